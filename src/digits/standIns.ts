import { varyWriting, type WritingOptions } from './augmentation/writing';
import type { DigitSet } from './digitSet';
import type { Plane } from '../picture/picture';
import { createRandom } from '../numbers/random';
import { resampleInk } from './resampleInk';

/** How a set of digits from elsewhere was scanned, as far as it can be imitated. */
export interface StandIn {
  readonly description: string;
  /** Pixels along the longer side of the digit. */
  readonly side: number;
  /** Whether the digit is stretched to fill a square, so that its aspect is lost. */
  readonly isStretched: boolean;
  /** How many shades of ink there are, at least 2. */
  readonly levels: number;
  /** How the digits are written anew before they are scanned. @default not at all */
  readonly writing?: WritingOptions;
}

/** All with pens of their own, and 0s, 1s and 7s as many people in Europe write them. */
const abroad: WritingOptions = {
  share: 1,
  rareFormShare: 0,
  habitShare: 1,
  penWidth: [0.06, 0.18],
  aspect: [0.8, 1.25],
  bend: 0.02,
};

/**
 * Imitations of other people's sets of digits, to develop against: how well a network reads digits that
 * were scanned otherwise than MNIST's.
 */
export const standIns = {
  grey16: { description: '16x16, grey, stretched', side: 16, isStretched: true, levels: 256 },
  grey8: { description: '8x8, 17 shades', side: 8, isStretched: false, levels: 17 },
  binary16: { description: '16x16, two levels, stretched', side: 16, isStretched: true, levels: 2 },
  abroad8: {
    description: '8x8, 17 shades, written anew as in Europe',
    side: 8,
    isStretched: false,
    levels: 17,
    writing: abroad,
  },
  abroad16: {
    description: '16x16, two levels, stretched, written anew as in Europe',
    side: 16,
    isStretched: true,
    levels: 2,
    writing: abroad,
  },
} as const satisfies Record<string, StandIn>;

function imitate(digit: Plane<Uint8Array>, { side, isStretched, levels }: StandIn): Uint8Array {
  const image = new Uint8Array(side * side);
  const ink = resampleInk(digit, side, isStretched);
  if (!ink) return image;
  const { width, height, data } = ink;
  const brightest = data.reduce((a, b) => Math.max(a, b));
  const [left, top] = [(side - width) >> 1, (side - height) >> 1];
  data.forEach((value, at) => {
    const shade = Math.round(((levels - 1) * value) / brightest) / (levels - 1);
    image[(top + Math.floor(at / width)) * side + left + (at % width)] = Math.round(255 * shade);
  });
  return image;
}

/**
 * Imitates a set of digits from elsewhere.
 *
 * @param digits MNIST's digits, none the network has learned from
 * @returns images of side x side pixels with the same labels, to be brought back by `normalizeSet`
 */
export function makeStandIn(digits: DigitSet, standIn: StandIn): DigitSet {
  const { count, width, height, labels } = digits;
  const { side, writing } = standIn;
  const random = createRandom(1);
  const images = new Uint8Array(count * side * side);
  for (let index = 0; index < count; index++) {
    const data = digits.images.subarray(index * width * height, (index + 1) * width * height);
    const digit = { width, height, data };
    const written = writing ? varyWriting(digit, labels[index], writing, random) : data;
    images.set(imitate({ ...digit, data: written }, standIn), index * side * side);
  }
  return { ...digits, width: side, height: side, images };
}
