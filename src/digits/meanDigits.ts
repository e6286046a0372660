import type { DigitSet } from './digitSet';

/**
 * The mean of all digits of each class: what they have in common is dark, what differs is grey.
 *
 * @returns a set of ten images, 0 to 9; one of a class without digits is paper
 */
export function meanDigits({ count, width, height, images, labels }: DigitSet): DigitSet {
  const pixels = width * height;
  const sums = new Float64Array(10 * pixels);
  const counts = new Float64Array(10);
  for (let index = 0; index < count; index++) {
    const digit = labels[index];
    counts[digit]++;
    for (let pixel = 0; pixel < pixels; pixel++) {
      sums[digit * pixels + pixel] += images[index * pixels + pixel];
    }
  }
  return {
    count: 10,
    width,
    height,
    images: Uint8Array.from(sums, (sum, at) =>
      Math.round(sum / Math.max(1, counts[Math.floor(at / pixels)])),
    ),
    labels: Uint8Array.from({ length: 10 }, (_, digit) => digit),
  };
}

/**
 * Some digits of each class.
 *
 * @param digits whose they are
 * @param each how many of each class; the first ones
 * @returns their indices, class after class
 */
export function firstOfEachClass({ labels }: Pick<DigitSet, 'labels'>, each: number): number[] {
  return Array.from({ length: 10 }, (_, digit) =>
    Array.from(labels.keys())
      .filter((index) => labels[index] === digit)
      .slice(0, each),
  ).flat();
}
