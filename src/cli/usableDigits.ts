import { brightInk } from '../digits/brightInk';
import type { DigitSet } from '../digits/digitSet';
import { normalizeSet } from '../digits/normalizeSet';

interface Form {
  /** What messages call the digits. */
  readonly name: string;
  /** Whether to bring every digit to MNIST's form; undefined where the command has no such option. */
  readonly normalize?: boolean;
}

/**
 * Brings digits that somebody gave to the form that networks see: 28x28 pixels, bright ink on dark.
 *
 * Says so on stderr where it takes the negative of them.
 *
 * @throws RangeError where they are of another size, and are not to be normalised
 */
export function usableDigits<Digits extends Omit<DigitSet, 'labels'>>(
  digits: Digits,
  { name, normalize }: Form,
): Digits {
  if (normalize) return normalizeSet(digits);
  const { width, height } = digits;
  if (width !== 28 || height !== 28) {
    const mend =
      normalize === undefined ? '' : '; --normalize brings images of any size to that form';
    throw new RangeError(
      `${name}: expected images of 28x28 pixels, found ${width}x${height}${mend}`,
    );
  }
  const bright = brightInk(digits);
  if (bright !== digits) console.error(`${name}: dark ink on light paper, taken as its negative`);
  return bright;
}
