import { describe, expect, it } from 'vitest';
import { isDot } from '../../../src/web/pad/isDot';
import { rowsOfPaths } from '../../../src/web/pad/rowsOfPaths';
import type { PenPath } from '../../../src/web/pad/penPath';

const stroke = (x: number, top: number, bottom: number): PenPath => [
  [x, top],
  [x, bottom],
];

describe('rows on the pad', () => {
  it('are parted by an empty stripe, and come from top to bottom', () => {
    const [first, second, below] = [stroke(0, 0, 50), stroke(40, 10, 55), stroke(10, 80, 130)];
    expect(rowsOfPaths([below, first, second])).toEqual([[first, second], [below]]);
  });

  it('keep points, dashes and strokes above a digit with the nearest one', () => {
    const [first, below] = [stroke(0, 20, 70), stroke(0, 120, 170)];
    const [above, point] = [stroke(5, 10, 12), stroke(30, 172, 173)];
    expect(rowsOfPaths([above, first, below, point])).toEqual([
      [first, above],
      [below, point],
    ]);
  });

  it('are one where a stroke joins two, and none where nothing is drawn', () => {
    const [upper, lower, long] = [stroke(0, 0, 40), stroke(0, 60, 100), stroke(20, 0, 100)];
    expect(rowsOfPaths([upper, lower, long])).toEqual([[upper, lower, long]]);
    expect(rowsOfPaths([])).toEqual([]);
  });
});

it('a tap is a dot, a short dash is none', () => {
  expect(isDot([[[5, 5]]], 300)).toBe(true);
  expect(
    isDot(
      [
        [
          [5, 5],
          [30, 5],
        ],
      ],
      300,
    ),
  ).toBe(false);
});
