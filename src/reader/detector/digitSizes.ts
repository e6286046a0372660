import type { Box } from '../../picture/box';

// The one contract of sizes between what is learned from, the network and the levels of a page, in pixels:
//
//   6 ......... 12 ... 14 . 15 ............. 44 . 46 ... 54 ......... 180
//   no digit    | either  | a digit                 | either |  no digit

/** The least and largest digits that the network is taught to find. */
export const TAUGHT_SIZES = [15, 44] as const;

/** Digits between these sizes and the taught ones are neither right nor wrong; others are no digits to it. */
export const TOLERATED_SIZES = [12, 54] as const;

/** Sizes at which it is trusted, which most of what it learns from has: a little more than it was taught. */
export const TRUSTED_SIZES = [14, 46] as const;

/** Whether a size lies between the least and the largest, or is one of them. */
export const isWithin = (size: number, [least, largest]: readonly [number, number]): boolean =>
  size >= least && size <= largest;

/** The size of a digit: its height, or a little less than its width where it is wide. */
export function sizeOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(y1 - y0, 0.75 * (x1 - x0));
}
