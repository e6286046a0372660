import { darkestChannel, localContrast, MOST_CONTRAST } from '../../picture/localContrast';
import { between } from '../../numbers/chance';
import type { DigitPool } from '../../pages/hand/digitPool';
import { generateCrop } from './generateCrop';
import type { Box, Picture } from '../../picture/picture';
import type { Random } from '../../numbers/random';
import { sizeOf, TAUGHT_SIZES, TOLERATED_SIZES } from '../detector/digitSizes';

/** The width and height of a crop to learn from, in pixels. */
export const CROP_SIDE = 192;

/** A close-up of a page as the network sees it, and what it shall find there. */
export interface LearningCrop {
  /** Local contrast of -4..4 in steps of 4 / 127; [192, 192]. */
  readonly contrast: Int8Array;
  readonly digits: readonly { readonly digit: number; readonly box: Box }[];
  /** Where neither an answer nor none is wrong. */
  readonly ignored: readonly Box[];
}

/** Digits that may look like one when the page is turned by so many degrees. */
const alikeWhenTurned: Readonly<Record<number, readonly number[]>> = {
  90: [0, 8],
  180: [0, 1, 2, 5, 6, 8, 9],
  270: [0, 8],
};

/** How much the floor below which contrast is noise varies, so that none is learned by heart. */
const floors = [0.7, 2] as const;

function cutOut({ width, data }: Picture, { x0, y0, x1, y1 }: Box): Picture {
  const part = new Uint8ClampedArray(4 * (x1 - x0) * (y1 - y0));
  for (let row = y0; row < y1; row++) {
    const line = data.subarray(4 * (row * width + x0), 4 * (row * width + x1));
    part.set(line, 4 * (row - y0) * (x1 - x0));
  }
  return { width: x1 - x0, height: y1 - y0, data: part };
}

/**
 * Makes a crop to learn from.
 *
 * Digits of other sizes than the network is taught, and those on pages that lie on their side, are there
 * to be left alone: it finds them where the picture is brought to another size or turned.
 *
 * @param pool whose digits are written
 * @param random decides everything
 */
export function makeLearningCrop(pool: DigitPool, random: Random): LearningCrop {
  const crop = generateCrop(pool, random, CROP_SIDE);
  const contrast = new Int8Array(CROP_SIDE ** 2);
  const digits: { digit: number; box: Box }[] = [];
  const ignored = [...crop.ignored];
  for (const { box: frame, page } of crop.frames) {
    const floor = between(random, floors);
    const seen = localContrast(darkestChannel(cutOut(crop.picture, frame)), floor);
    for (let row = 0, from = 0; row < seen.height; row++) {
      let at = (frame.y0 + row) * CROP_SIDE + frame.x0;
      for (let column = 0; column < seen.width; column++) {
        contrast[at++] = Math.round((seen.data[from++] * 127) / MOST_CONTRAST);
      }
    }
    for (const { digit, box: inFrame } of page.truth.digits) {
      const box = {
        x0: inFrame.x0 + frame.x0,
        y0: inFrame.y0 + frame.y0,
        x1: inFrame.x1 + frame.x0,
        y1: inFrame.y1 + frame.y0,
      };
      const size = sizeOf(box);
      const { turn } = page.truth;
      if (turn !== 0) {
        if (alikeWhenTurned[turn].includes(digit)) ignored.push(box);
      } else if (size >= TAUGHT_SIZES[0] && size <= TAUGHT_SIZES[1]) {
        digits.push({ digit, box });
      } else if (size > TOLERATED_SIZES[0] && size < TOLERATED_SIZES[1]) {
        ignored.push(box);
      }
    }
  }
  return { contrast, digits, ignored };
}
