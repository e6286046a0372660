import { argmax } from '../../numbers/argmax';
import { clamp } from '../../numbers/clamp';
import { logit, sigmoid } from '../../numbers/logistic';
import { fitLogistic } from '../../numbers/logisticRegression';

/** How a detection's score, clarity and context become a probability. */
export interface Calibration {
  readonly offset: number;
  /** What the logit of the score counts. */
  readonly score: number;
  /** What the logit of the likeliest digit's probability counts. */
  readonly clarity: number;
  /** What the logit of the context counts; cards have called it company from the first. */
  readonly company: number;
}

/** What is known of a detection. */
interface Known {
  /** How sure the network is that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9; [10]. */
  readonly probabilities: Float32Array;
  /** How sure and clear the detections of like size are on its page, as `contextsOf` finds it; 0..1. */
  readonly context: number;
}

/** The digit that is likeliest in a detection. */
export function likeliestDigit({ probabilities }: Pick<Known, 'probabilities'>): number {
  return argmax(probabilities);
}

/** Beyond these probabilities a logit says no more. */
const [MIN, MAX] = [1e-4, 1 - 1e-4];

const boundedLogit = (probability: number): number => logit(clamp(probability, MIN, MAX));

const features = (known: Known): [score: number, clarity: number, context: number] => [
  boundedLogit(known.score),
  boundedLogit(Math.max(...known.probabilities)),
  boundedLogit(known.context),
];

/** The probability that a detection is a digit, and the likeliest one. */
export function confidenceIn(known: Known, calibration: Calibration): number {
  const { offset, score, clarity, company } = calibration;
  const [ofScore, ofClarity, ofContext] = features(known);
  return sigmoid(offset + score * ofScore + clarity * ofClarity + company * ofContext);
}

/** What each logit counts where nothing is known. */
const PRIOR = [0.5, 0.5, 0.5];

/**
 * Fits a calibration to detections of which it is known whether they are right: logistic regression
 * (Platt, 1999), drawn a little towards counting all logits alike.
 *
 * @param detections as they come out of reading
 * @param isRight whether there is a digit, and the likeliest one
 */
export function fitCalibration(
  detections: readonly Known[],
  isRight: readonly boolean[],
): Calibration {
  const { offset, weights } = fitLogistic(detections.map(features), isRight, PRIOR);
  const [score, clarity, company] = weights;
  return { offset, score, clarity, company };
}
