import { describe, expect, it } from 'vitest';
import { summarize, figureText } from '../../../tools/bench/statistics';

describe('summing measurements up', () => {
  it('takes the middle one, whatever their order', () => {
    expect(summarize([3, 100, 1])).toEqual({ median: 3, min: 1, max: 100 });
  });

  it('takes what lies between the two middle ones of an even number', () => {
    expect(summarize([4, 1, 2, 9])).toEqual({ median: 3, min: 1, max: 9 });
  });

  it('takes a single one as it is', () => {
    expect(summarize([7])).toEqual({ median: 7, min: 7, max: 7 });
  });

  it('leaves the measurements in their order', () => {
    const values = [3, 1, 2];
    summarize(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses to sum up nothing', () => {
    expect(() => summarize([])).toThrow('expected at least one measurement, found none');
  });
});

it.each([
  [0.012345, '0.0123'],
  [9.999, '10.0'],
  [999.6, '1,000'],
  [12345.6, '12,300'],
  [2, '2'],
  [60_000, '60,000'],
])('%d is written as %s', (value, text) => {
  expect(figureText(value)).toBe(text);
});

it('as many digits are written as count', () => {
  expect(figureText(99.216, 4)).toBe('99.22');
});
