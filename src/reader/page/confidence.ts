import { argmax } from '../../numbers/argmax';
import { clamp } from '../../numbers/clamp';
import { logit, sigmoid } from '../../numbers/logistic';

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

/** How strongly the calibration is drawn towards counting all logits alike. */
const PRIOR = 1;
const STEPS = 50;

/**
 * Fits a calibration to detections of which it is known whether they are right: logistic regression
 * (Platt, 1999), by Newton's method.
 *
 * @param detections as they come out of reading
 * @param isRight whether there is a digit, and the likeliest one
 */
export function fitCalibration(
  detections: readonly Known[],
  isRight: readonly boolean[],
): Calibration {
  const rows = detections.map((detection) => [1, ...features(detection)]);
  let weights = [0, 0.5, 0.5, 0.5];
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : PRIOR * (0.5 - weight)));
    const curvature = weights.map((_, at) =>
      weights.map((_, by) => (at !== by ? 0 : at === 0 ? 1e-9 : PRIOR)),
    );
    rows.forEach((row, index) => {
      const probability = sigmoid(row.reduce((sum, value, at) => sum + value * weights[at], 0));
      const error = (isRight[index] ? 1 : 0) - probability;
      const spread = probability * (1 - probability);
      row.forEach((value, at) => {
        gradient[at] += error * value;
        row.forEach((other, by) => (curvature[at][by] += spread * value * other));
      });
    });
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + change[at]);
  }
  const [offset, score, clarity, company] = weights;
  return { offset, score, clarity, company };
}

/** Solves linear equations by elimination; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  const count = rows.length;
  for (let pivot = 0; pivot < count; pivot++) {
    for (let row = 0; row < count; row++) {
      if (row === pivot) continue;
      const factor = rows[row][pivot] / rows[pivot][pivot];
      rows[row] = rows[row].map((value, at) => value - factor * rows[pivot][at]);
    }
  }
  return rows.map((row, at) => row[count] / row[at]);
}
