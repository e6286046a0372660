import { describe, expect, it } from 'vitest';
import { darkestChannel } from '../../../src/picture/localContrast';
import { cutOutDigit } from '../../../src/reader/page/cutOutDigit';
import { createPyramid } from '../../../src/reader/page/search/pyramid';
import { greyPicture } from '../../textArt';

/** A page with a thick L, 40 pixels high. */
const pageOf = (ink: number, paper: number): ReturnType<typeof createPyramid> =>
  createPyramid(
    darkestChannel(
      greyPicture(160, 120, (x, y) => {
        const isStem = x >= 60 && x < 66 && y >= 40 && y < 80;
        const isFoot = x >= 60 && x < 84 && y >= 74 && y < 80;
        return isStem || isFoot ? ink : paper;
      }),
    ),
  );
const box = { x0: 59, y0: 39, x1: 85, y1: 81 };

const dark = (image: Uint8Array, row: number, column: number): boolean =>
  image[row * 28 + column] > 128;

describe('cutting out a digit', () => {
  it.each([
    ['dark ink on light paper', 30, 220],
    ['chalk on a board', 220, 40],
  ])('gives ink on nothing for %s', (_, ink, paper) => {
    const image = cutOutDigit(pageOf(ink, paper), box, 0);
    const rows = Array.from({ length: 28 }, (__, row) => image.subarray(row * 28, row * 28 + 28));
    const inked = rows.filter((row) => row.some((value) => value > 128)).length;
    expect(inked).toBeGreaterThanOrEqual(19);
    expect(inked).toBeLessThanOrEqual(21);
    // The stem stands on the left, the foot at the bottom.
    const inkRows = rows.flatMap((row, at) => (row.some((value) => value > 128) ? [at] : []));
    const last = inkRows[inkRows.length - 1];
    const width = (row: Uint8Array): number => row.filter((value) => value > 128).length;
    expect(width(rows[last - 1])).toBeGreaterThan(2 * width(rows[last - 10]));
  });

  it('turns it upright', () => {
    const upright = cutOutDigit(pageOf(30, 220), box, 0);
    const onHead = cutOutDigit(pageOf(30, 220), box, 180);
    const inked = (image: Uint8Array): number[] =>
      Array.from(
        { length: 28 },
        (_, row) =>
          Array.from({ length: 28 }, (__, column) => dark(image, row, column)).filter(Boolean)
            .length,
      ).filter((count) => count > 0);
    const [top] = inked(onHead);
    expect(top).toBeGreaterThan(2 * inked(upright)[0]);
  });
});
