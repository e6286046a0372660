import { describe, expect, it } from 'vitest';
import { centreOf, type Box } from '../../../src/picture/box';
import type { Plane } from '../../../src/picture/picture';
import { findSignPlaces, inkSign } from '../../../src/reader/page/signPlaces';

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });
const digits = [box(20, 40, 36, 64), box(60, 40, 76, 64)].map((of) => ({ box: of }));

/** Paper with two digits and some marks in ink of a value. */
function pageWith(marks: readonly Box[], ink = -3): Plane<Float32Array> {
  const data = new Float32Array(120 * 100);
  for (const { x0, y0, x1, y1 } of [...digits.map((digit) => digit.box), ...marks]) {
    for (let y = y0; y < y1; y++) data.fill(ink, 120 * y + x0, 120 * y + x1);
  }
  return { width: 120, height: 100, data };
}

const placesOf = (marks: readonly Box[]): Box[] =>
  findSignPlaces(pageWith(marks), digits, -1).map((place) => place.box);

describe('ink is dark or light', () => {
  it.each([-1, 1] as const)('as that of the digits is: %i', (ink) => {
    expect(inkSign(pageWith([], 3 * ink), digits)).toBe(ink);
  });
});

describe('signs may stand', () => {
  it('where ink is between digits, with the size of the digits', () => {
    const point = box(46, 60, 50, 64);
    expect(findSignPlaces(pageWith([point]), digits, -1)).toEqual([
      { box: point, size: 24, beside: 0, ...centreOf(point) },
    ]);
  });

  it('nowhere where there are no digits', () => {
    expect(findSignPlaces(pageWith([]), [], -1)).toEqual([]);
  });

  it.each([
    ['far beside the digits', box(112, 60, 116, 64)],
    ['far below the digits', box(46, 90, 50, 94)],
    ['in a digit', box(24, 44, 30, 50)],
  ])('not %s', (_, mark) => {
    expect(placesOf([mark])).toEqual([]);
  });

  it('once where two dots stand above each other, as of a colon', () => {
    expect(placesOf([box(46, 46, 49, 49), box(46, 60, 49, 63)])).toEqual([box(46, 46, 49, 63)]);
  });

  it('twice where two dots stand beside each other', () => {
    expect(placesOf([box(42, 60, 45, 63), box(52, 60, 55, 63)])).toHaveLength(2);
  });
});
