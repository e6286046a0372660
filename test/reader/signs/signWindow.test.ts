import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../src/picture/picture';
import { cutWindow, SEEN_SIZE, WINDOW_SIDE } from '../../../src/reader/signs/signWindow';

/** A plane with a bar: rows 40 to 80, columns 50 to 60. */
const bar: Plane<Float32Array> = {
  width: 120,
  height: 130,
  data: Float32Array.from({ length: 120 * 130 }, (_, at) => {
    const [x, y] = [at % 120, Math.floor(at / 120)];
    return x >= 50 && x < 60 && y >= 40 && y < 80 ? -2 : 0;
  }),
};

function windowAt(x: number, y: number, size: number): (row: number, column: number) => number {
  const window = new Float32Array(WINDOW_SIDE ** 2);
  cutWindow(bar, { x, y, size }, window);
  return (row, column) => window[row * WINDOW_SIDE + column];
}

describe('the window of a mark', () => {
  it.each([12, 24, 40, 96])('shows what is %i pixels high 24 pixels high in its middle', (size) => {
    const at = windowAt(55, 60, size);
    const inked = Array.from({ length: WINDOW_SIDE }, (_, row) => at(row, 24)).filter(
      (value) => value < -1,
    );
    const expected = Math.min(WINDOW_SIDE, (40 * SEEN_SIZE) / size);
    expect(Math.abs(inked.length - expected)).toBeLessThanOrEqual(1);
    expect(at(23, 24)).toBeCloseTo(-2, 5);
    expect(at(24, 2)).toBe(0);
  });

  it('is paper beyond the plane', () => {
    const at = windowAt(119, 129, 24);
    expect(at(47, 47)).toBe(0);
  });
});
