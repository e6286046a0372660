import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../src/picture/picture';
import { turns } from '../../../src/picture/quarterTurn';
import { STRIP_HEIGHT, type Strip } from '../../../src/reader/line/strip';
import { cutPageStrip, uprightWidth } from '../../../src/reader/page/cutPageStrip';

const [width, height] = [200, 100];
/** A stroke on the upright page. */
const stroke = { x0: 100, y0: 30, x1: 106, y1: 50 };
const place = { left: 60, right: 140, middle: 40, slope: 0, digitHeight: 20 };

/** The page as it lies in its picture before it is turned clockwise. */
function lying(turn: number, ink = 40, paper = 220, bottom = stroke.y1): Plane<Uint8Array> {
  const [wide, high] = turn % 180 === 0 ? [width, height] : [height, width];
  const data = Uint8Array.from({ length: wide * high }, (_, at) => {
    const [x, y] = [at % wide, Math.floor(at / wide)];
    const upright = {
      0: [x, y],
      90: [width - 1 - y, x],
      180: [width - 1 - x, height - 1 - y],
      270: [y, height - 1 - x],
    }[turn]!;
    const isInk =
      upright[0] >= stroke.x0 &&
      upright[0] < stroke.x1 &&
      upright[1] >= stroke.y0 &&
      upright[1] < bottom;
    return isInk ? ink : paper;
  });
  return { width: wide, height: high, data };
}

/** Around what is ink on a strip. */
function inkOf({ width: wide, data }: Strip): number[] {
  const columns: number[] = [];
  const rows: number[] = [];
  data.forEach((value, at) => {
    if (value < 1.5) return;
    columns.push(at % wide);
    rows.push(Math.floor(at / wide));
  });
  return [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1];
}

const nearly = (found: readonly number[], expected: readonly number[]): void => {
  found.forEach((value, at) => {
    expect(Math.abs(value - expected[at])).toBeLessThanOrEqual(2);
  });
};

describe('a strip of a page', () => {
  it('shows digits 24 pixels high in its middle, at their place along the line', () => {
    const strip = cutPageStrip({ brightness: lying(0), turn: 0 }, place);
    expect([strip.width, strip.height]).toEqual([96, STRIP_HEIGHT]);
    nearly(inkOf(strip), [48, 12, 55, 36]);
  });

  it.each([90, 180, 270] as const)(
    'is the same where the picture is to be turned by %i',
    (turn) => {
      expect(lying(turn).data).not.toEqual(lying(0).data);
      nearly(inkOf(cutPageStrip({ brightness: lying(turn), turn }, place)), [48, 12, 55, 36]);
    },
  );

  it('has ink above 0, light or dark', () => {
    for (const [ink, paper] of [
      [40, 220],
      [220, 40],
    ]) {
      const strip = cutPageStrip({ brightness: lying(0, ink, paper), turn: 0 }, place);
      expect(strip.data[24 * 96 + 51]).toBeGreaterThan(1.5);
    }
  });

  it('follows a line that falls', () => {
    const falling = { ...place, middle: 30, slope: 0.25 };
    nearly(inkOf(cutPageStrip({ brightness: lying(0), turn: 0 }, falling)), [48, 11, 55, 37]);
  });

  it('may reach beyond the page: there is paper', () => {
    const strip = cutPageStrip(
      { brightness: lying(0), turn: 0 },
      { ...place, left: 100, right: 220, middle: 90 },
    );
    expect(strip.width).toBe(144);
    expect(strip.data.subarray(40 * 144).every((value) => value === 0)).toBe(true);
  });
});

it.each(turns)('the width of a page to be turned by %i is that after the turn', (turn) => {
  expect(uprightWidth({ brightness: lying(turn), turn })).toBe(width);
});
