import { matchDigits, type Match } from '../../pages/labels/matchDigits';
import { argmax } from '../../numbers/argmax';
import { MAX_CONTRAST } from '../../picture/localContrast';
import { CROP_SIDE, type TrainingCrop } from './trainingCrop';
import { createDetector } from '../../reader/detector/detector';
import { foldDetector, type DetectorValues } from '../../reader/detector/detectorWeights';

/** How well a network finds the digits of crops it has not learned from. */
export interface DetectorValidation {
  /** The share of digits that are found where they are, and read right. */
  readonly right: number;
  /** The share of digits that are found where they are, whatever they are read as. */
  readonly found: number;
  /** Detections where there is no digit, for every digit there is. */
  readonly surplus: number;
}

/** A detection counts from this score on. */
const MIN_SCORE = 0.5;

/**
 * Lets a network find the digits of crops, and compares.
 *
 * @param values what it has learned
 * @param crops made of digits that it has not learned from
 */
export async function validateDetector(
  values: DetectorValues,
  crops: readonly TrainingCrop[],
): Promise<DetectorValidation> {
  const find = createDetector(foldDetector(values));
  let [digits, right, found, surplus] = [0, 0, 0, 0];
  try {
    for (const crop of crops) {
      const data = Float32Array.from(crop.contrast, (value) => (value * MAX_CONTRAST) / 127);
      const detections = await find({ width: CROP_SIDE, height: CROP_SIDE, data });
      const answers = detections
        .filter(({ score }) => score >= MIN_SCORE)
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
