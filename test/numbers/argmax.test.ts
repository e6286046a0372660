import { describe, expect, it } from 'vitest';
import { argmax } from '../../src/numbers/argmax';

describe('the place of the largest value', () => {
  it.each([
    [[9, 1, 2], 0],
    [[1, 9, 2], 1],
    [[1, 2, 9], 2],
    [[-3, -1, -2], 1],
    [[-5], 0],
  ])('in %j is %i', (values, expected) => {
    expect(argmax(values)).toBe(expected);
  });

  it('is the first of equal ones', () => {
    expect(argmax([1, 7, 7, 0, 7])).toBe(1);
    expect(argmax([4, 4])).toBe(0);
  });

  it('is 0 where there are none', () => {
    expect(argmax([])).toBe(0);
  });

  it('is also found in typed arrays', () => {
    expect(argmax(Float32Array.of(0.25, 0.5, 0.125))).toBe(1);
  });
});
