import { normalizeDigit } from '../../digits/normalizeDigit';
import type { Box, Plane } from '../../picture/picture';
import type { Level } from './pyramid';
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
  return normalizeDigit(inkOf(turnPlane(part(level, box), turn)));
}

/** The part of a level that a box covers. */
function part({ scale, contrast }: Level, { x0, y0, x1, y1 }: Box): Plane<Float32Array> {
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const [left, right] = [
    clamp(Math.floor(x0 * scale), contrast.width - 1),
    clamp(Math.ceil(x1 * scale), contrast.width),
  ];
  const [top, bottom] = [
    clamp(Math.floor(y0 * scale), contrast.height - 1),
    clamp(Math.ceil(y1 * scale), contrast.height),
  ];
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const data = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * contrast.width + left;
    data.set(contrast.data.subarray(start, start + width), row * width);
  }
  return { width, height, data };
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
