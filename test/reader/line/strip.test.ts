import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../src/picture/picture';
import { cutStrip, STRIP_HEIGHT } from '../../../src/reader/line/strip';

/** A plane of paper with contrast in some places. */
function planeOf(
  width: number,
  height: number,
  valueAt: (x: number, y: number) => number,
): Plane<Float32Array> {
  const data = Float32Array.from({ length: width * height }, (_, at) =>
    valueAt(at % width, Math.floor(at / width)),
  );
  return { width, height, data };
}

const place = { left: 0, right: 48, middle: 24, slope: 0, digitHeight: 24 };

describe('a strip', () => {
  it('shows a line of its own size pixel by pixel, ink above 0', () => {
    const dot = (x: number, y: number): number => (x === 10 && y === 30 ? -2 : 0);
    const { width, height, data } = cutStrip(planeOf(48, 48, dot), place, -1);
    expect([width, height]).toEqual([48, STRIP_HEIGHT]);
    expect(data[30 * 48 + 10]).toBeCloseTo(2, 5);
    expect(data.reduce((sum, value) => sum + value)).toBeCloseTo(2, 5);
    expect(cutStrip(planeOf(48, 48, dot), place, 1).data[30 * 48 + 10]).toBeCloseTo(-2, 5);
  });

  it('brings a larger line to its size, as the mean of what falls together', () => {
    const chequered = planeOf(96, 96, (x, y) => (y < 48 ? ((x + y) % 2) * 4 : 0));
    const { width, data } = cutStrip(
      chequered,
      { left: 0, right: 96, middle: 48, slope: 0, digitHeight: 48 },
      1,
    );
    expect(width).toBe(48);
    expect(data[10 * width + 20]).toBeCloseTo(2, 5);
    expect(data[40 * width + 20]).toBe(0);
  });

  it('levels a line that falls', () => {
    const line = planeOf(64, 64, (x, y) => (Math.abs(y + 0.5 - (20 + x / 4)) < 1 ? 3 : 0));
    const { width, data } = cutStrip(
      line,
      { left: 0, right: 64, middle: 20, slope: 1 / 4, digitHeight: 24 },
      1,
    );
    const rowOfInk = (column: number): number => {
      const ink = Array.from({ length: STRIP_HEIGHT }, (_, row) => data[row * width + column]);
      return ink.indexOf(Math.max(...ink));
    };
    for (const column of [4, 30, 60]) expect(Math.abs(rowOfInk(column) - 23.5)).toBeLessThan(1.1);
  });

  it('shows paper beyond the picture', () => {
    const inked = planeOf(20, 48, () => 1);
    const { width, data } = cutStrip(inked, { ...place, left: -12, right: 36 }, 1);
    const row = [...data.subarray(20 * width, 21 * width)];
    expect(row.slice(0, 11)).toEqual(Array(11).fill(0));
    expect(row.slice(13, 31)).toEqual(Array(18).fill(1));
    expect(row.slice(33)).toEqual(Array(15).fill(0));
  });

  it.each([
    [100, 24, 100],
    [101, 24, 100],
    [102, 24, 104],
    [100, 48, 52],
    [1, 24, 8],
  ])('of %d pixels with digits %d high is %d pixels wide', (right, digitHeight, expected) => {
    const { width } = cutStrip(
      planeOf(1, 1, () => 0),
      { ...place, right, digitHeight },
      1,
    );
    expect(width).toBe(expected);
  });
});
