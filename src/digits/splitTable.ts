import { createRandom } from '../numbers/random';
import { shuffle } from '../numbers/shuffledBatches';
import { sliceDigits, type DigitSet } from './digitSet';
import { splitTraining, VALIDATION_COUNT, type TrainingSplit } from './split';

/** With fewer digits, those to test and to choose by say nothing. */
const LEAST = 100;

/** Which digits are kept must not change from training to training. */
const SEED = 1;

/** Brings digits into a random order. */
function shuffleDigits({ images, labels, ...digits }: DigitSet): DigitSet {
  const pixels = digits.width * digits.height;
  const order = shuffle(
    Uint32Array.from(labels, (_, index) => index),
    createRandom(SEED),
  );
  const shuffled = new Uint8Array(images.length);
  order.forEach((index, place) => {
    shuffled.set(images.subarray(index * pixels, (index + 1) * pixels), place * pixels);
  });
  return { ...digits, images: shuffled, labels: Uint8Array.from(order, (index) => labels[index]) };
}

/**
 * Divides digits that come in one table: a tenth is for the test, another tenth, at most 5,000, for validation, the
 * others for training.
 *
 * Which ones is decided by chance, always in the same way: tables are often sorted by label.
 *
 * @param digits at least 100
 * @param name what errors call them
 * @throws RangeError where there are fewer
 */
export function splitTable(
  digits: DigitSet,
  name: string,
): TrainingSplit & { readonly test: DigitSet } {
  const { count } = digits;
  if (count < LEAST) {
    throw new RangeError(
      `${name}: expected at least ${LEAST} digits to learn from, found ${count}`,
    );
  }
  const shuffled = shuffleDigits(digits);
  const tenth = Math.round(count / 10);
  return {
    ...splitTraining(sliceDigits(shuffled, 0, count - tenth), Math.min(VALIDATION_COUNT, tenth)),
    test: sliceDigits(shuffled, count - tenth, count),
  };
}
