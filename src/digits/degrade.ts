import type { DigitSet } from './digitSet';
import type { Plane } from '../picture/picture';
import type { Random } from '../numbers/random';
import { inkBox } from '../picture/resampleArea';

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
    apply: blur,
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

/** Weighs the pixels of every line with a Gaussian; paper (0) lies all around. */
function blurLines(
  { width, height, data }: Plane<Uint8Array | Float32Array>,
  deviation: number,
  isDown: boolean,
): Float32Array {
  const reach = Math.ceil(3 * deviation);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, position) => position - reach);
  const weights = offsets.map((offset) => Math.exp(-0.5 * (offset / deviation) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [length, stride] = isDown ? [height, width] : [width, 1];
  const blurred = new Float32Array(data.length);
  // Plain loops: networks learn from blurred digits, so this runs in every step of a training.
  for (let at = 0; at < data.length; at++) {
    const place = Math.floor(at / stride) % length;
    const first = Math.max(-reach, -place);
    const last = Math.min(reach, length - 1 - place);
    let sum = 0;
    for (let offset = first; offset <= last; offset++) {
      sum += weights[offset + reach] * data[at + offset * stride];
    }
    blurred[at] = sum / total;
  }
  return blurred;
}

function blur(digit: Plane<Uint8Array>, deviation: number): Uint8Array {
  if (deviation === 0) return digit.data.slice();
  const across = blurLines(digit, deviation, false);
  return Uint8Array.from(blurLines({ ...digit, data: across }, deviation, true), Math.round);
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
