import { describe, expect, it } from 'vitest';
import { decimalMarkOf, valueOf } from '../../../src/reader/page/numberValue';

describe('the value of a number', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['51.48', 51.48],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['-54', -54],
    ['-0', 0],
    ['-,5', -0.5],
    ['25%', 25],
    ['$12.50', 12.5],
    ['-$3', -3],
    ['€-3', -3],
    ['12€', 12],
    ['1.683,97', 1683.97],
    ['1,683.97', 1683.97],
    ['12.345.678', 12345678],
    ["3'36'000", 336000],
    ["3'360.50", 3360.5],
    ['1,00,000', 100000],
    ['123456789012345', 123456789012345],
  ])('%s is the same on every page', (text, value) => {
    expect([valueOf(text, 'point'), valueOf(text, 'comma')]).toEqual([value, value]);
  });

  it.each([
    ['1.234', 1.234, 1234],
    ['1,234', 1234, 1.234],
    ['-12.500', -12.5, -12500],
  ])('%s is what the page uses', (text, withPoint, withComma) => {
    expect([valueOf(text, 'point'), valueOf(text, 'comma')]).toEqual([withPoint, withComma]);
  });

  it.each([
    ['1?', 'a mark that was not read'],
    ['17/5/25', 'a date'],
    ['17.5.25', 'a date'],
    ['17.05.2025', 'a date'],
    ['12:30', 'a time'],
    ['3/4', 'a fraction'],
    ['12-15', 'a range'],
    ["5'11", 'feet and inches'],
    ['1.2,3.4', 'no number at all'],
    ['1234567890123456', 'more digits than a number holds'],
  ])('%s has none: it is %s', (text) => {
    expect([valueOf(text, 'point'), valueOf(text, 'comma')]).toEqual([null, null]);
  });
});

describe('the decimal mark of a page', () => {
  it('is what most numbers need that leave no choice', () => {
    expect(decimalMarkOf(['3,50', '12.80', '7,25', '1.000'])).toBe('comma');
    expect(decimalMarkOf(['3.50', '12,80', '7.25', '1,000'])).toBe('point');
  });

  it('may show in how thousands are grouped', () => {
    expect(decimalMarkOf(['1.234.567'])).toBe('comma');
    expect(decimalMarkOf(['1.683,97', '1,234'])).toBe('comma');
  });

  it('does not show in dates, nor in what may be either', () => {
    expect(decimalMarkOf(['17,5,25', '1,234', '12', '?,5'])).toBe('point');
    expect(decimalMarkOf([])).toBe('point');
  });
});
