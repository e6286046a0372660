import type { PlacedDigit } from '../../pages/labels/truth';
import type { Turn } from '../../picture/quarterTurn';
import { darkestChannel, localContrast, MAX_CONTRAST } from '../../picture/localContrast';
import { between } from '../../numbers/chance';
import type { DigitPool } from '../../pages/hand/digitPool';
import { generateCrop } from './generateCrop';
import { moveBox, type Box } from '../../picture/box';
import { cropPicture } from '../../picture/crop';
import type { Random } from '../../numbers/random';
import { isWithin, sizeOf, TAUGHT_SIZES, TOLERATED_SIZES } from '../../reader/detector/digitSizes';

/** The width and height of a crop to learn from, in pixels. */
export const CROP_SIDE = 192;

/** A close-up of a page as the network sees it, and what it shall find there. */
export interface TrainingCrop {
  /** Local contrast of -4..4 in steps of 4 / 127; [192, 192]. */
  readonly contrast: Int8Array;
  readonly digits: readonly Pick<PlacedDigit, 'digit' | 'box'>[];
  /** Where neither an answer nor none is wrong. */
  readonly ignored: readonly Box[];
}

/** Digits that may look like one when the page is turned by so many degrees. */
const alikeWhenTurned: Readonly<Record<Exclude<Turn, 0>, readonly number[]>> = {
  90: [0, 8],
  180: [0, 1, 2, 5, 6, 8, 9],
  270: [0, 8],
};

/** How much the floor below which contrast is noise varies, so that none is learned by heart. */
const floors = [0.7, 2] as const;

/**
 * Makes a crop to learn from.
 *
 * Digits of other sizes than the network is taught, and those on pages that lie on their side, are there
 * to be left alone: it finds them where the picture is brought to another size or turned.
 *
 * @param pool whose digits are written
 * @param random decides everything
 */
export function generateTrainingCrop(pool: DigitPool, random: Random): TrainingCrop {
  const crop = generateCrop(pool, random, CROP_SIDE);
  const contrast = new Int8Array(CROP_SIDE ** 2);
  const digits: Pick<PlacedDigit, 'digit' | 'box'>[] = [];
  const ignored = [...crop.ignored];
  for (const { box: frame, page } of crop.frames) {
    const floor = between(random, floors);
    const seen = localContrast(darkestChannel(cropPicture(crop.picture, frame)), floor);
    for (let row = 0, from = 0; row < seen.height; row++) {
      let at = (frame.y0 + row) * CROP_SIDE + frame.x0;
      for (let column = 0; column < seen.width; column++) {
        contrast[at++] = Math.round((seen.data[from++] * 127) / MAX_CONTRAST);
      }
    }
    const { turn } = page.truth;
    for (const { digit, box: inFrame } of page.truth.digits) {
      const box = moveBox(inFrame, frame.x0, frame.y0);
      const size = sizeOf(box);
      if (turn !== 0) {
        if (alikeWhenTurned[turn].includes(digit)) ignored.push(box);
      } else if (isWithin(size, TAUGHT_SIZES)) {
        digits.push({ digit, box });
      } else if (size > TOLERATED_SIZES[0] && size < TOLERATED_SIZES[1]) {
        ignored.push(box);
      }
    }
  }
  return { contrast, digits, ignored };
}
