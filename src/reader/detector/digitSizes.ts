import type { Box } from '../../picture/box';

/** Sizes of digits in pixels that the network is taught to find, least and largest. */
export const TAUGHT_SIZES = [15, 44] as const;

/** Digits between these sizes and the taught ones are neither right nor wrong; others are no digits to it. */
export const TOLERATED_SIZES = [12, 54] as const;

/** The size of a digit: its height, or a little less than its width where it is wide. */
export function sizeOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(y1 - y0, 0.75 * (x1 - x0));
}
