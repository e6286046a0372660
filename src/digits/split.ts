import { sliceDigits, type DigitSet } from './digitSet';

/** How many digits of MNIST's training set are kept from training, to choose by. */
export const VALIDATION_COUNT = 5_000;

/** A training set divided in two. */
export interface TrainingSplit {
  /** What the network learns from. */
  readonly training: DigitSet;
  /** What everything is chosen by: epochs, checkpoints, temperature. */
  readonly validation: DigitSet;
}

/**
 * Divides a training set: the last digits are for validation, all before them for training.
 *
 * Taking the last ones is the customary choice for MNIST: it needs no seed, and results of different
 * people and runs are measured on the same digits. The shares of the ten classes differ by at most one
 * percentage point between the two sides.
 *
 * @param digits the whole training set
 * @param validationCount how many digits to keep for validation
 * @throws RangeError where nothing would be left on one side
 */
export function splitTraining(digits: DigitSet, validationCount = VALIDATION_COUNT): TrainingSplit {
  const border = digits.count - validationCount;
  return {
    training: sliceDigits(digits, 0, border),
    validation: sliceDigits(digits, border, digits.count),
  };
}
