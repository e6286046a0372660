import { pickWeighted, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import type { Picture, Size } from '../../../src/picture/picture';

const sizes: Readonly<Record<string, (random: Random) => Size>> = {
  small: (random) => ({
    width: wholeBetween(random, [2, 48]),
    height: wholeBetween(random, [2, 48]),
  }),
  dot: () => ({ width: 1, height: 1 }),
  column: () => ({ width: 1, height: 30_000 }),
  row: () => ({ width: 30_000, height: 1 }),
};

/** The size of a picture that is to be written whole. */
export function drawSize(random: Random): Size {
  return sizes[pickWeighted(random, { small: 16, dot: 1, column: 1, row: 1 })](random);
}

/** A picture of dark strokes on light paper, now and then with noise or transparent places. */
export function drawPicture(random: Random): Picture {
  const { width, height } = drawSize(random);
  const [across, down] = [wholeBetween(random, [2, 9]), wholeBetween(random, [2, 9])];
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const isInk = (pixel % width) % across === 0 || Math.floor(pixel / width) % down === 0;
    data.fill(isInk ? 20 + (pixel & 31) : 230, 4 * pixel, 4 * pixel + 3);
  }
  return { width, height, data };
}

/** Sizes that headers claim: of bombs, of nothing, and such as do not fit what follows. */
export const lyingSides = [
  ...[0, 1, 3, 47, 100, 1000, 4000, 7999, 8000, 20_000, 50_000, 65_535],
  ...[2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1],
] as const;
