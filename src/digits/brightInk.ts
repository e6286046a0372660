import type { DigitSet } from './digitSet';

/**
 * Turns digits of dark ink on bright paper, as some collections keep them, into bright ink on dark, as MNIST has it.
 *
 * @returns the digits themselves where more of their pixels are dark than bright
 */
export function brightInk<Digits extends Pick<DigitSet, 'images'>>(digits: Digits): Digits {
  const { images } = digits;
  const bright = images.reduce((count, value) => count + Number(value > 127), 0);
  if (2 * bright < images.length) return digits;
  return { ...digits, images: images.map((value) => 255 - value) };
}
