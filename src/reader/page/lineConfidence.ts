import { clamp } from '../../numbers/clamp';
import { logit, sigmoid } from '../../numbers/logistic';
import { fitLogistic } from '../../numbers/logisticRegression';

/** What is known of a digit or a number in a line; probabilities in 0..1. */
export interface LineEvidence {
  /** How probable the line reader finds it. */
  readonly line: number;
  /** How sure the detector is of its digits; 0 where it has found none. */
  readonly detector: number;
  /** How well the two agree on the marks of like size on its page. */
  readonly context: number;
}

/** How evidence becomes a probability: what the logit of each part counts. */
export type EvidenceWeights = Readonly<Record<'offset' | keyof LineEvidence, number>>;

/** How sure a reader may be of digits and of numbers. */
export interface EvidenceCalibration {
  readonly digit: EvidenceWeights;
  readonly number: EvidenceWeights;
}

/**
 * How sure a reader may be where a picture shows one line alone, and on pages of several: what looks a little like a
 * number is one in a cut of a form, and a part of a word in a letter.
 */
export interface LineCalibration {
  readonly oneLine: EvidenceCalibration;
  readonly page: EvidenceCalibration;
}

/** Beyond these probabilities a logit says no more. */
const [MIN, MAX] = [1e-2, 1 - 1e-3];

const features = ({ line, detector, context }: LineEvidence): number[] =>
  [line, detector, context].map((probability) => logit(clamp(probability, MIN, MAX)));

/** The probability that a digit or a number was read right. */
export function lineConfidence(evidence: LineEvidence, weights: EvidenceWeights): number {
  const [line, detector, context] = features(evidence);
  return sigmoid(
    weights.offset + weights.line * line + weights.detector * detector + weights.context * context,
  );
}

/** What each logit counts where nothing is known. */
const PRIOR = [0.5, 0.3, 0.3];

/**
 * Fits the weights of evidence to readings of which it is known whether they are right: logistic regression (Platt,
 * 1999), drawn a little towards a prior.
 */
export function fitEvidence(
  readings: readonly LineEvidence[],
  isRight: readonly boolean[],
): EvidenceWeights {
  const { offset, weights } = fitLogistic(readings.map(features), isRight, PRIOR);
  const [line, detector, context] = weights;
  return { offset, line, detector, context };
}
