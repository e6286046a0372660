import type { DigitSet } from './digitSet';
import { normalizeDigit } from './normalizeDigit';

/** The value that half of all values do not exceed. */
function median(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]++;
  let below = 0;
  return counts.findIndex((count) => (below += count) * 2 >= values.length);
}

/**
 * Brings digits of any origin to MNIST's form: ink light on dark paper, stretched to 0..255, and every
 * digit normalised as {@link normalizeDigit} does.
 *
 * What is paper is decided once for the whole set: the shade that most pixels are near to.
 *
 * @param digits images of any size, ink lighter or darker than paper, of any range of values
 * @returns images of 28x28 pixels with the same labels
 */
export function normalizeSet<Digits extends Omit<DigitSet, 'labels'>>(digits: Digits): Digits {
  const { count, width, height, images } = digits;
  let [least, most] = [255, 0];
  for (const value of images) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = Math.max(1, most - least);
  const isInkDarker = median(images) - least > range / 2;
  const ink = images.map((value) => (255 * (isInkDarker ? most - value : value - least)) / range);
  const normalized = new Uint8Array(count * 28 * 28);
  for (let index = 0; index < count; index++) {
    const data = ink.subarray(index * width * height, (index + 1) * width * height);
    normalized.set(normalizeDigit({ width, height, data }), index * 28 * 28);
  }
  return { ...digits, width: 28, height: 28, images: normalized };
}
