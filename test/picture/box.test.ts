import { describe, expect, it } from 'vitest';
import { areaOf, commonArea, iou } from '../../src/picture/box';

const box = (x0: number, y0: number, x1: number, y1: number): Parameters<typeof areaOf>[0] => ({
  x0,
  y0,
  x1,
  y1,
});

describe('the overlap of boxes', () => {
  it('is all of them where they are the same', () => {
    expect(iou(box(1, 2, 5, 9), box(1, 2, 5, 9))).toBe(1);
  });

  it('is the common area as a share of what both cover', () => {
    expect(commonArea(box(0, 0, 4, 4), box(2, 0, 6, 4))).toBe(8);
    expect(iou(box(0, 0, 4, 4), box(2, 0, 6, 4))).toBeCloseTo(8 / 24);
  });

  it('is nothing where they do not meet', () => {
    expect(iou(box(0, 0, 1, 1), box(3, 3, 4, 4))).toBe(0);
    expect(areaOf(box(3, 0, 1, 5))).toBe(0);
  });
});
