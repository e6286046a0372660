import type { DigitSet } from '../digits/digitSet';

/**
 * Makes sure that images have the size that networks see.
 *
 * @param name what the error calls them
 * @param mend what to do about it. @default nothing
 * @throws RangeError where they have another
 */
export function checkSide(
  name: string,
  { width, height }: Pick<DigitSet, 'width' | 'height'>,
  mend = '',
): void {
  if (width === 28 && height === 28) return;
  throw new RangeError(`${name}: expected images of 28x28 pixels, found ${width}x${height}${mend}`);
}
