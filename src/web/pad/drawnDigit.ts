import { normalizeDigit } from '../../digits/normalizeDigit';
import { drawInk } from './drawInk';
import { extentOfPaths, type PenPath } from './penPath';

/** The longer side of the digit as it is drawn before it is made small, in pixels. */
const SIDE = 96;
/** The width of the pen, compared with the longer side: about that of MNIST's digits. */
const PEN = 0.11;

/**
 * Draws a digit as MNIST's look, whatever its size on the pad.
 *
 * @param paths of one digit, at least one
 * @returns ink in 0..255; [28, 28]
 */
export function drawnDigit(paths: readonly PenPath[]): Uint8Array {
  const { left, top, right, bottom } = extentOfPaths(paths);
  const scale = SIDE / Math.max(right - left, bottom - top, 1);
  return normalizeDigit(drawInk(paths, scale, SIDE * PEN, SIDE * PEN));
}
