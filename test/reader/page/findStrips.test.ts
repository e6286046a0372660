import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { findStrips } from '../../../src/reader/page/findStrips';

/** A digit that stands around a point. */
const at = (x: number, y: number, height = 20): Box => ({
  x0: x - 0.35 * height,
  y0: y - height / 2,
  x1: x + 0.35 * height,
  y1: y + height / 2,
});
const marksOf = (boxes: readonly Box[]): (readonly number[])[][] =>
  findStrips(boxes, 1000).lines.map((line) => line.map(({ marks }) => marks));

describe('the strips of a page', () => {
  it('are its lines, from top to bottom, with their marks from left to right', () => {
    expect(marksOf([at(50, 90), at(40, 20), at(30, 91), at(20, 20)])).toEqual([[[3, 1]], [[2, 0]]]);
  });

  it('end where a gap is wide, and meet halfway', () => {
    const boxes = [at(100, 20), at(200, 20), at(800, 20)];
    expect(marksOf(boxes)).toEqual([[[0], [1], [2]]]);
    const [[first, second, third]] = findStrips(boxes, 810).lines;
    // They reach 44 pixels beyond their marks, of which neighbours have 43 each.
    expect(first.left).toBeCloseTo(100 - 7 - 44, 5);
    expect(first.right).toBeCloseTo(150, 5);
    expect(second.left).toBeCloseTo(150, 5);
    expect(second.right).toBeCloseTo(200 + 7 + 44, 5);
    expect(third.right).toBe(810);
  });

  it('hold small zeros after a large digit', () => {
    expect(marksOf([at(30, 40, 40), at(60, 45, 18), at(76, 45, 18)])).toEqual([[[0, 1, 2]]]);
  });

  it('part marks of very different sizes', () => {
    const boxes = [at(30, 40, 60), at(70, 40, 60), at(200, 40, 15), at(212, 40, 15)];
    expect(new Set(marksOf(boxes).flat())).toEqual(
      new Set([
        [0, 1],
        [2, 3],
      ]),
    );
  });

  it('lie along the middle of their digits, which are as high as most', () => {
    const [[{ middle, digitHeight, slope }]] = findStrips([at(50, 60), at(70, 60)], 1000).lines;
    expect([middle, digitHeight, slope]).toEqual([60, 20, 0]);
  });

  it('fall as their digits do', () => {
    const boxes = Array.from({ length: 8 }, (_, digit) => at(50 + 20 * digit, 60 + 2 * digit));
    const { slope, lines } = findStrips(boxes, 1000);
    const [[strip]] = lines;
    expect(slope).toBeCloseTo(0.1, 2);
    expect(strip.slope).toBeCloseTo(0.1, 5);
    expect(strip.middle + strip.slope * (50 - strip.left)).toBeCloseTo(60, 5);
  });

  it('are none where there are no marks', () => {
    expect(findStrips([], 100).lines).toEqual([]);
  });
});
