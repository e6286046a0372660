import type { Random } from './random';

/**
 * Shuffles numbers in place, every order equally likely (Fisher and Yates, 1938).
 *
 * @returns the same array
 */
export function shuffle(values: Uint32Array, random: Random): Uint32Array {
  for (let last = values.length - 1; last > 0; last--) {
    const chosen = random.integer(last + 1);
    const value = values[last];
    values[last] = values[chosen]!;
    values[chosen] = value;
  }
  return values;
}

/**
 * Divides the indices 0..count-1 into batches, in a random order.
 *
 * @param count how many examples there are
 * @param batchSize how many go into a batch, at least 1; the last batch takes what is left
 * @throws RangeError where the batch size is not a whole number from 1
 */
export function shuffledBatches(count: number, batchSize: number, random: Random): Uint32Array[] {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`expected a batch size that is a whole number from 1, found ${batchSize}`);
  }
  const order = shuffle(
    Uint32Array.from({ length: count }, (_, index) => index),
    random,
  );
  const batches: Uint32Array[] = [];
  for (let start = 0; start < count; start += batchSize) {
    batches.push(order.subarray(start, start + batchSize));
  }
  return batches;
}
