import { describe, expect, it } from 'vitest';
import { median, quantile, weightedMedian } from '../../src/numbers/median';

it.each([
  [[7], 7],
  [[10, 9, 100], 10],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  const given = [...values];
  expect(median(given)).toBe(expected);
  expect(given).toEqual(values);
});

const weighted = (...pairs: [number, number][]): Parameters<typeof weightedMedian>[0] =>
  pairs.map(([value, weight]) => ({ value, weight }));

describe('the weighted median', () => {
  it('of one value is that value', () => {
    expect(weightedMedian(weighted([7, 0.1]))).toBe(7);
  });

  it('is the value in the middle where all weigh the same', () => {
    expect(weightedMedian(weighted([10, 2], [9, 2], [100, 2]))).toBe(10);
  });

  it('counts a value as often as it weighs', () => {
    // 1 1 5 6 6
    expect(weightedMedian(weighted([6, 2], [5, 1], [1, 2]))).toBe(5);
    // 1 5 6 6 6
    expect(weightedMedian(weighted([6, 3], [5, 1], [1, 1]))).toBe(6);
    // 1 1 1 5 6
    expect(weightedMedian(weighted([6, 1], [5, 1], [1, 3]))).toBe(1);
  });

  it('takes weights below 1', () => {
    expect(weightedMedian(weighted([1, 0.125], [2, 0.25], [3, 0.5]))).toBe(3);
  });

  it('is the smaller one of two values that weigh the same', () => {
    expect(weightedMedian(weighted([8, 3], [4, 3]))).toBe(4);
  });

  it('leaves the values in their order', () => {
    const given = weighted([3, 1], [1, 1], [2, 1]);
    weightedMedian(given);
    expect(given).toEqual(weighted([3, 1], [1, 1], [2, 1]));
  });
});

it.each([
  [[3, 1, 2], 0, 1],
  [[3, 1, 2], 1, 3],
  [[3, 1, 2], 0.5, 2],
  [[10, 20], 0.75, 17.5],
  [[7], 0.3, 7],
])('below the quantile of %j lies the share %d: %d', (values, share, expected) => {
  const given = [...values];
  expect(quantile(given, share)).toBe(expected);
  expect(given).toEqual(values);
});
