import type { DigitSet } from '../../digits/digitSet';
import type { Font, FontSet } from '../text/font';
import { vectorizeDigit } from '../../strokes/vectorizeDigit';
import type { Stroke } from '../../strokes/stroke';
import type { PenWriter } from './penWriters';
import { createWrittenFont, type WrittenFont } from './writtenFont';

/** What pages are filled with: digits and letters as strokes, to be written again with any pen, and print. */
export interface DigitPool {
  /** The numbers of all digits of each class, 0 to 9; a class may be empty. */
  readonly ofClass: readonly Int32Array[];
  /** The strokes of a digit, 1 high around the origin. */
  readonly strokesOf: (index: number) => readonly Stroke[];
  /** The letters of some hands, at least one. */
  readonly fonts: readonly WrittenFont[];
  /** What is printed with, at least one. */
  readonly typefaces: readonly Font[];
  /** People whose pen was recorded; there may be none. */
  readonly writers: readonly PenWriter[];
}

/**
 * Makes a set of digits ready to be written on pages. A digit is turned into strokes when it is first
 * asked for, in half a millisecond, and kept.
 *
 * @param digits which digits may be written: training digits for training pages, validation digits to choose by
 * @param fonts what the words beside them are written and printed with, as `loadPageFonts` returns them
 * @param writers people who write some of the pages in their own digits, letters and signs; as `readPenWriters`
 *   reads them
 * @default writers none
 * @throws RangeError where there are no fonts for handwriting or none for print
 */
export function createDigitPool(
  { count, width, height, images, labels }: DigitSet,
  { handwriting, print }: FontSet,
  writers: readonly PenWriter[] = [],
): DigitPool {
  if (handwriting.length === 0 || print.length === 0) {
    throw new RangeError(
      `expected fonts for handwriting and for print, found ${handwriting.length} and ${print.length}; ` +
        'load them with loadPageFonts()',
    );
  }
  const known = new Map<number, readonly Stroke[]>();
  const pixels = width * height;
  return {
    ofClass: Array.from({ length: 10 }, (_, digit) =>
      Int32Array.from({ length: count }, (__, index) => index).filter(
        (index) => labels[index] === digit,
      ),
    ),
    strokesOf: (index) => {
      let strokes = known.get(index);
      if (strokes === undefined) {
        const data = images.subarray(index * pixels, (index + 1) * pixels);
        strokes = vectorizeDigit({ width, height, data });
        known.set(index, strokes);
      }
      return strokes;
    },
    fonts: handwriting.map(createWrittenFont),
    typefaces: print,
    writers,
  };
}
