import { describe, expect, it } from 'vitest';
import {
  areaOf,
  centreOf,
  clipBox,
  commonArea,
  iou,
  containsCentre,
  moveBox,
  boundingBoxOf,
  wholePixels,
  type Box,
} from '../../src/picture/box';

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });

it('the union of boxes holds both', () => {
  expect(boundingBoxOf([box(1, 2, 5, 9), box(3, 0, 4, 12)])).toEqual(box(1, 0, 5, 12));
  expect(boundingBoxOf([box(3, 0, 9, 12), box(1, 2, 5, 9), box(3, 3, 4, 4)])).toEqual(
    box(1, 0, 9, 12),
  );
});

describe('the overlap of boxes', () => {
  it('is all of them where they are the same', () => {
    expect(iou(box(1, 2, 5, 9), box(1, 2, 5, 9))).toBe(1);
  });

  it('is the common area as a share of what both cover', () => {
    expect(commonArea(box(0, 0, 4, 4), box(2, 0, 6, 4))).toBe(8);
    expect(iou(box(0, 0, 4, 4), box(2, 0, 6, 4))).toBeCloseTo(8 / 24, 5);
  });

  it('is nothing where they do not meet', () => {
    expect(iou(box(0, 0, 1, 1), box(3, 3, 4, 4))).toBe(0);
    expect(areaOf(box(3, 0, 1, 5))).toBe(0);
  });
});

describe('the middle of a box', () => {
  it('is half way between its borders', () => {
    expect(centreOf(box(1, 10, 4, 20))).toEqual({ x: 2.5, y: 15 });
  });
});

describe('a box lies in another one', () => {
  const other = box(10, 20, 14, 24);

  it('where its middle does, however far it reaches beyond', () => {
    expect(containsCentre(other, box(11, 21, 13, 23))).toBe(true);
    expect(containsCentre(other, box(0, 0, 24, 44))).toBe(true);
  });

  it.each([
    ['left', box(8, 21, 12, 23)],
    ['upper', box(11, 18, 13, 22)],
    ['right', box(12, 21, 16, 23)],
    ['lower', box(11, 22, 13, 26)],
  ])('where its middle lies on the %s border', (_, onBorder) => {
    expect(containsCentre(other, onBorder)).toBe(true);
  });

  it.each([
    ['left of it', box(7, 21, 12, 23)],
    ['above it', box(11, 17, 13, 22)],
    ['right of it', box(12, 21, 17, 23)],
    ['below it', box(11, 22, 13, 27)],
  ])('but not where its middle lies %s, though they meet', (_, outside) => {
    expect(containsCentre(other, outside)).toBe(false);
  });
});

describe('moving a box', () => {
  it('goes to the right and down, and keeps its size', () => {
    expect(moveBox(box(1, 2, 3, 5), 10, 100)).toEqual(box(11, 102, 13, 105));
  });

  it('goes to the left and up by negative distances', () => {
    expect(moveBox(box(1, 2, 3, 5), -1, -0.5)).toEqual(box(0, 1.5, 2, 4.5));
  });
});

describe('clipping a box', () => {
  const size = { width: 6, height: 4 };

  it('leaves alone what lies in the picture, parts of pixels too', () => {
    expect(clipBox(box(0.5, 1, 5.5, 3), size)).toEqual(box(0.5, 1, 5.5, 3));
  });

  it('cuts off what reaches beyond any border', () => {
    expect(clipBox(box(-1, -2, 9, 8), size)).toEqual(box(0, 0, 6, 4));
  });

  it.each([
    [box(7, 1, 9, 2), box(7, 1, 6, 2)],
    [box(-3, 1, -1, 2), box(0, 1, -1, 2)],
    [box(1, 5, 2, 9), box(1, 5, 2, 4)],
    [box(1, -4, 2, -3), box(1, 0, 2, -3)],
  ])('turns %j, which lies outside, inside out', (outside, expected) => {
    expect(clipBox(outside, size)).toEqual(expected);
  });
});

describe('the whole pixels of a box', () => {
  const size = { width: 6, height: 4 };

  it('are the box itself where it has no parts of pixels', () => {
    expect(wholePixels(box(1, 0, 6, 3), size)).toEqual(box(1, 0, 6, 3));
  });

  it('are all that it touches', () => {
    expect(wholePixels(box(1.9, 0.9, 3.1, 2.1), size)).toEqual(box(1, 0, 4, 3));
  });

  it('end at the borders', () => {
    expect(wholePixels(box(-1.5, -9, 6.5, 7), size)).toEqual(box(0, 0, 6, 4));
  });

  it('are one where the box has no area', () => {
    expect(wholePixels(box(2, 1, 2, 1), size)).toEqual(box(2, 1, 3, 2));
    expect(wholePixels(box(5, 3, 1, 1), size)).toEqual(box(5, 3, 6, 4));
  });

  it.each([
    [box(-3, -3, -1, -1), box(0, 0, 1, 1)],
    [box(8, 1, 9, 3), box(5, 1, 6, 3)],
    [box(1, 7, 3, 9), box(1, 3, 3, 4)],
  ])('are those at the border where the box %j lies outside', (outside, expected) => {
    expect(wholePixels(outside, size)).toEqual(expected);
  });
});
