import { describe, expect, it } from 'vitest';
import { clamp } from '../../src/numbers/clamp';

describe('clamping', () => {
  it.each([
    [3.5, 3.5],
    [2, 2],
    [5, 5],
    [1.9, 2],
    [5.1, 5],
    [-Infinity, 2],
    [Infinity, 5],
  ])('%d to 2..5 gives %d', (value, expected) => {
    expect(clamp(value, 2, 5)).toBe(expected);
  });

  it.each([0, 2, 9])('%d gives the largest number where that is below the least', (value) => {
    expect(clamp(value, 3, 1)).toBe(1);
  });
});
