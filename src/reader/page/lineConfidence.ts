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
  /** 1 where its line is the only one of the picture, as on cuts of a form; 0 elsewhere. */
  readonly alone: 0 | 1;
}

/** How evidence becomes a probability: what the logit of each part counts, and what it counts to be alone. */
export type EvidenceWeights = Readonly<Record<'offset' | keyof LineEvidence, number>>;

/** How sure a reader may be of the digits and the numbers in lines. */
export interface LineCalibration {
  readonly digit: EvidenceWeights;
  readonly number: EvidenceWeights;
}

/** Beyond these probabilities a logit says no more. */
const [MIN, MAX] = [1e-2, 1 - 1e-3];

const features = ({ line, detector, context, alone }: LineEvidence): number[] => [
  ...[line, detector, context].map((probability) => logit(clamp(probability, MIN, MAX))),
  alone,
];

/** The probability that a digit or a number was read right. */
export function lineConfidence(evidence: LineEvidence, weights: EvidenceWeights): number {
  const [line, detector, context, alone] = features(evidence);
  return sigmoid(
    weights.offset +
      weights.line * line +
      weights.detector * detector +
      weights.context * context +
      weights.alone * alone,
  );
}

/** What each logit counts where nothing is known. */
const PRIOR = [0.5, 0.3, 0.3, 0];

/**
 * Fits the weights of evidence to readings of which it is known whether they are right: logistic regression (Platt,
 * 1999), drawn a little towards a prior.
 */
export function fitEvidence(
  readings: readonly LineEvidence[],
  isRight: readonly boolean[],
): EvidenceWeights {
  const { offset, weights } = fitLogistic(readings.map(features), isRight, PRIOR);
  const [line, detector, context, alone] = weights;
  return { offset, line, detector, context, alone };
}
