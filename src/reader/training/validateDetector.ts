import { matchDigits, type Match } from '../../pages/labels/matchDigits';
import { argmax } from '../../numbers/argmax';
import { MOST_CONTRAST } from '../../picture/localContrast';
import { CROP_SIDE, type LearningCrop } from './trainingCrop';
import { createSpotter } from '../detector/detector';
import { foldSpotter, type SpotterValues } from '../detector/detectorWeights';

/** How well a network finds the digits of crops it has not learned from. */
export interface SpotterValidation {
  /** The share of digits that are found where they are, and read right. */
  readonly right: number;
  /** The share of digits that are found where they are, whatever they are read as. */
  readonly found: number;
  /** Spots where there is no digit, for every digit there is. */
  readonly surplus: number;
}

/** A spot counts from this score on. */
const LEAST_SCORE = 0.5;

/**
 * Lets a network find the digits of crops, and compares.
 *
 * @param values what it has learned
 * @param crops made of digits that it has not learned from
 */
export async function validateSpotter(
  values: SpotterValues,
  crops: readonly LearningCrop[],
): Promise<SpotterValidation> {
  const find = createSpotter(foldSpotter(values));
  let [digits, right, found, surplus] = [0, 0, 0, 0];
  try {
    for (const crop of crops) {
      const data = Float32Array.from(crop.contrast, (value) => (value * MOST_CONTRAST) / 127);
      const spots = await find({ width: CROP_SIDE, height: CROP_SIDE, data });
      const answers = spots
        .filter(({ score }) => score >= LEAST_SCORE)
        .sort((a, b) => b.score - a.score)
        .map(({ box, probabilities }) => ({ box, digit: argmax(probabilities) }));
      const verdicts = matchDigits(answers, crop).map(({ verdict }) => verdict);
      const count = (wanted: Match['verdict']): number =>
        verdicts.filter((verdict) => verdict === wanted).length;
      digits += crop.digits.length;
      right += count('right');
      found += count('right') + count('wrong');
      surplus += count('surplus');
    }
  } finally {
    find.dispose();
  }
  return { right: right / digits, found: found / digits, surplus: surplus / digits };
}
