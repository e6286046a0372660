import { clamp } from '../../numbers/clamp';
import { logit, sigmoid } from '../../numbers/logistic';
import { fitLogistic } from '../../numbers/logisticRegression';

/** How what two networks say of a digit or a number becomes a probability. */
export interface Agreement {
  readonly offset: number;
  /** What the logit of the line reader's probability counts. */
  readonly line: number;
  /** What the logit of the detector's probability counts. */
  readonly detector: number;
}

/** How sure a reader may be of the digits and the numbers in lines. */
export interface LineCalibration {
  readonly digit: Agreement;
  readonly number: Agreement;
}

/** Beyond these probabilities a logit says no more. */
const [MIN, MAX] = [1e-3, 1 - 1e-3];

const features = (line: number, detector: number): [line: number, detector: number] => [
  logit(clamp(line, MIN, MAX)),
  logit(clamp(detector, MIN, MAX)),
];

/**
 * The probability that a digit or a number was read right.
 *
 * @param line how probable the line reader finds it, 0..1
 * @param detector how sure the detector is of its digits, 0..1; 0 where it has found none
 */
export function lineConfidence(line: number, detector: number, agreement: Agreement): number {
  const [ofLine, ofDetector] = features(line, detector);
  return sigmoid(agreement.offset + agreement.line * ofLine + agreement.detector * ofDetector);
}

/** What each logit counts where nothing is known. */
const PRIOR = [0.5, 0.5];

/**
 * Fits an agreement to readings of which it is known whether they are right: logistic regression (Platt, 1999), drawn a
 * little towards counting both alike.
 */
export function fitAgreement(
  readings: readonly { readonly line: number; readonly detector: number }[],
  isRight: readonly boolean[],
): Agreement {
  const { offset, weights } = fitLogistic(
    readings.map(({ line, detector }) => features(line, detector)),
    isRight,
    PRIOR,
  );
  const [line, detector] = weights;
  return { offset, line, detector };
}
