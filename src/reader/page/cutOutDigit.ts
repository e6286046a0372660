import { normalizeDigit } from '../../digits/normalizeDigit';
import type { Box } from '../../picture/box';
import { cropPlane } from '../../picture/crop';
import type { Plane } from '../../picture/picture';
import type { Level } from './search/pyramid';
import { turnPlane, type Turn } from '../../picture/quarterTurn';

/** The height at which a digit is cut out, in pixels: the network that found it saw it at about that. */
const SEEN_HEIGHT = 32;
/** Contrast below is paper, compared with the strongest ink. */
const PAPER_SHARE = 0.3;

/**
 * Cuts a digit out of a picture, and brings it to MNIST's form.
 *
 * @param levels of the picture
 * @param box around the digit, in pixels of the picture
 * @param turn how far to turn the digit clockwise for it to stand upright
 * @returns the image, [28, 28], ink is 255
 */
export function cutOutDigit(levels: readonly Level[], box: Box, turn: Turn): Uint8Array {
  const side = turn % 180 === 0 ? box.y1 - box.y0 : box.x1 - box.x0;
  const distance = ({ scale }: Level): number => Math.abs(Math.log((scale * side) / SEEN_HEIGHT));
  const level = levels.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const { scale } = level;
  const scaled = { x0: box.x0 * scale, y0: box.y0 * scale, x1: box.x1 * scale, y1: box.y1 * scale };
  return normalizeDigit(inkOf(turnPlane(cropPlane(level.contrast, scaled), turn)));
}

/** Ink in 0..255, whether it is darker or lighter than the paper. */
function inkOf({ width, height, data }: Plane<Float32Array>): Plane<Uint8Array> {
  // Ink differs more from the mean than paper does: its sign is that of the third moment.
  const skew = data.reduce((sum, value) => sum + value ** 3, 0);
  const sign = skew < 0 ? -1 : 1;
  const strongest = data.reduce((most, value) => Math.max(most, sign * value), 1e-6);
  const ink = Uint8Array.from(data, (value) => {
    const share = (sign * value) / strongest;
    return Math.max(0, (255 * (share - PAPER_SHARE)) / (1 - PAPER_SHARE));
  });
  return { width, height, data: ink };
}
