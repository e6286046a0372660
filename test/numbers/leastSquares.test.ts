import { expect, it } from 'vitest';
import { leastSquaresSlope } from '../../src/numbers/leastSquares';

const points = (...pairs: [number, number][]): { x: number; y: number }[] =>
  pairs.map(([x, y]) => ({ x, y }));

it.each([
  ['of a line is its own', points([1, 5], [2, 3], [4, -1]), -2],
  ['lies between points beside it', points([0, 0], [1, 2], [2, 1], [3, 3]), 0.8],
  ['is 0 where all points have one x', points([2, 1], [2, 9]), 0],
  ['is 0 for a single point', points([2, 1]), 0],
])('the slope of points %s', (_, given, expected) => {
  expect(leastSquaresSlope(given)).toBeCloseTo(expected, 10);
});
