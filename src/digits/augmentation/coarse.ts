import { normalizeDigit } from '../normalizeDigit';
import type { Plane } from '../../picture/picture';
import type { Random } from '../../numbers/random';
import { resampleInk } from '../resampleInk';

/** How often, and how coarsely, a digit is seen as by another scanner. */
export interface CoarseOptions {
  /** The share of digits that are seen coarsely, 0..1. */
  readonly share: number;
  /** The least and the largest number of pixels along the longer side of a digit. */
  readonly side: readonly [number, number];
  /** The share of those that are stretched to a square, so that their aspect is lost, 0..1. */
  readonly stretchedShare: number;
  /** The share of those that have two shades only, 0..1. */
  readonly binaryShare: number;
  /** The share of all other digits that are brought back to MNIST's form, as a page's digits are, 0..1. */
  readonly normalizedShare: number;
}

function seeCoarsely(
  digit: Plane<Uint8Array>,
  { side, stretchedShare, binaryShare }: CoarseOptions,
  random: Random,
): Plane<Uint8Array> {
  // Evenly in ratios: from 8 to 16 pixels is as far as from 4 to 8.
  const longer = Math.round(side[0] * (side[1] / side[0]) ** random.uniform());
  const ink = resampleInk(digit, longer, random.uniform() < stretchedShare);
  if (!ink) return digit;
  const isBinary = random.uniform() < binaryShare;
  const threshold = (0.25 + 0.35 * random.uniform()) * ink.data.reduce((a, b) => Math.max(a, b));
  const data = Uint8Array.from(ink.data, (value) => {
    if (isBinary) return value >= threshold ? 255 : 0;
    return Math.round(value);
  });
  return { ...ink, data };
}

/**
 * Sees some digits as a coarser scanner does, and brings them and others back to MNIST's form, as digits
 * from elsewhere are before a network sees them.
 *
 * @param digit ink in 0..255; [28, 28]
 * @returns ink in 0..255; [28, 28], the same where chance leaves it alone
 */
export function varyResolution(
  digit: Plane<Uint8Array>,
  options: CoarseOptions,
  random: Random,
): Uint8Array {
  if (random.uniform() < options.share) {
    return normalizeDigit(seeCoarsely(digit, options, random));
  }
  return random.uniform() < options.normalizedShare ? normalizeDigit(digit) : digit.data;
}
