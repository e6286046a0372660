import type { DigitSet } from './digitSet';
import { blurInk } from '../picture/gaussianBlur';
import { inkBox } from '../picture/inkBox';
import type { Plane } from '../picture/picture';
import type { Random } from '../numbers/random';

/** A way in which digits are damaged. */
export interface Degradation {
  /** What happens, and what its strength measures. */
  readonly description: string;
  /** From hardly visible to hardly readable. */
  readonly strengths: readonly number[];
  /** Damages one digit, ink in 0..255, and leaves the given one as it is; strength 0 changes nothing. */
  readonly apply: (digit: Plane<Uint8Array>, strength: number, random: Random) => Uint8Array;
}

/** Damages to measure how confidence follows accuracy when digits become hard to read. */
export const degradations = {
  blur: {
    description: 'blurred by a Gaussian: its standard deviation in pixels',
    strengths: [1, 1.5, 2, 3],
    apply: blurInk,
  },
  noise: {
    description: 'noise on every pixel: its standard deviation as a share of full ink',
    strengths: [0.1, 0.2, 0.3, 0.5],
    apply: addNoise,
  },
  gap: {
    description: 'a band across the digit erased: its width in pixels',
    strengths: [2, 4, 6, 8],
    apply: eraseGap,
  },
  fading: {
    description: 'paler ink: the share that is gone',
    strengths: [0.25, 0.5, 0.75, 0.9],
    apply: ({ data }, strength) => data.map((ink) => Math.round(ink * (1 - strength))),
  },
  cropping: {
    description: 'cut off at one side: the share of its width or height that is gone',
    strengths: [0.1, 0.2, 0.3, 0.5],
    apply: cutOff,
  },
} as const satisfies Record<string, Degradation>;

/**
 * Damages digits.
 *
 * @param digits ink in 0..255; they stay as they are
 * @param degradation one of {@link degradations}
 * @param strength in the degradation's own measure, from 0, which changes nothing
 * @param random decides noise and places
 * @returns the damaged digits with the same labels
 */
export function degrade(
  digits: DigitSet,
  { apply }: Degradation,
  strength: number,
  random: Random,
): DigitSet {
  const { count, width, height } = digits;
  const images = new Uint8Array(digits.images.length);
  for (let index = 0; index < count; index++) {
    const start = index * width * height;
    const data = digits.images.subarray(start, start + width * height);
    images.set(apply({ width, height, data }, strength, random), start);
  }
  return { ...digits, images };
}

function addNoise({ data }: Plane<Uint8Array>, deviation: number, random: Random): Uint8Array {
  return Uint8Array.from(
    // It rounds and clamps.
    Uint8ClampedArray.from(data, (ink) => ink + 255 * deviation * random.normal()),
  );
}

/** Chooses columns or rows by chance, and where among them the ink begins and ends. */
function chooseAxis(
  digit: Plane<Uint8Array>,
  random: Random,
): { isColumns: boolean; start: number; end: number } {
  const isColumns = random.uniform() < 0.5;
  const { x0, x1, y0, y1 } = inkBox(digit) ?? { x0: 0, x1: 0, y0: 0, y1: 0 };
  return isColumns ? { isColumns, start: x0, end: x1 } : { isColumns, start: y0, end: y1 };
}

function eraseLines(
  { width, data }: Plane<Uint8Array>,
  isColumns: boolean,
  from: number,
  count: number,
): Uint8Array {
  return data.map((ink, at) => {
    const line = isColumns ? at % width : Math.floor(at / width);
    return line >= from && line < from + count ? 0 : ink;
  });
}

function eraseGap(digit: Plane<Uint8Array>, gap: number, random: Random): Uint8Array {
  const { isColumns, start, end } = chooseAxis(digit, random);
  const places = Math.max(1, end - start - gap + 1);
  return eraseLines(digit, isColumns, start + random.integer(places), gap);
}

function cutOff(digit: Plane<Uint8Array>, share: number, random: Random): Uint8Array {
  const { isColumns, start, end } = chooseAxis(digit, random);
  const count = Math.round(share * (end - start));
  return eraseLines(digit, isColumns, random.uniform() < 0.5 ? start : end - count, count);
}
