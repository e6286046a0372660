import { TOLERATED_SIZES, TRUSTED_SIZES } from '../../reader/detector/digitSizes';

/** What is written: more of what is hard to tell from digits than on pages. */
export const cropContents = {
  single: 5,
  line: 10,
  lines: 18,
  numbers: 14,
  column: 6,
  table: 12,
  comb: 5,
  equations: 9,
  list: 7,
  scattered: 9,
  form: 9,
  words: 21,
  print: 6,
  drawing: 4,
  scenery: 4,
  blank: 1,
} as const;

/** The height of digits in pixels, factors. */
export const cropSizes = {
  /** What the reader learns. */
  usual: TRUSTED_SIZES,
  /** What it shall leave to another level of its pyramid. */
  small: [6, TOLERATED_SIZES[0]],
  large: [TOLERATED_SIZES[1] + 1, 180],
  /** Of words without digits, which shall be left alone at every size. */
  words: [9, TRUSTED_SIZES[1]],
  smallShare: 0.04,
  largeShare: 0.05,
} as const;

/** Crops that are written full, beyond their borders; on the others there is no more than fits, and free paper. */
export const fullShare = 0.7;

/** How much of the sheet is seen. */
export const cropFramings = { close: 80, edge: 18, whole: 2 } as const;

/** How a crop is filled: by one picture, by one that ends inside it, by small ones that a digit fills. */
export const cropFrames = {
  weights: { whole: 68, bordered: 24, small: 8 },
  /** Small pictures: their height in pixels, a factor, their aspect, and how much of it the digit takes. */
  smallHeight: [20, 62],
  smallAspect: [0.6, 1.6],
  smallFill: [0.45, 0.97],
} as const;

/**
 * Crops that lie on their side or head, with digits and with letters alone: digits that do are none to learn.
 * Letters shall be left alone whichever way they lie, for pages are looked at all four ways, and on its head
 * many a letter looks like a digit.
 */
export const quarterTurnShares = { digits: 0.07, letters: 0.55 } as const;
