import { answersOf, checkProbabilities, confidencesOf } from './evaluation';

/** How good the answers are that remain where the least confident are rejected. */
export interface CoveragePoint {
  /** The share of answers that is rejected; 0..1. */
  readonly rejected: number;
  /** The least confidence that is not rejected; 0..1. */
  readonly threshold: number;
  /** How many answers remain. */
  readonly count: number;
  /** The share of right answers among those that remain; 0..1. */
  readonly accuracy: number;
}

/** Shares of answers that one might hand to a person instead. */
export const REJECTED_SHARES: readonly number[] = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05];

/**
 * Follows how much better the remaining answers become, the more of the least confident are rejected: the
 * risk-coverage curve (El-Yaniv and Wiener, JMLR 11, 2010; Geifman and El-Yaniv, arXiv 1705.08500).
 *
 * Equal confidences are rejected together: no threshold can part them.
 *
 * @param probabilities shape [count, 10]
 * @param labels the right digits; [count]
 * @returns a point for every confidence there is, the least first: from no answer rejected to all but the
 *   most confident
 * @throws RangeError where there are not ten probabilities a label, or no labels at all, or one is not a number
 */
export function coverageCurve(probabilities: Float32Array, labels: Uint8Array): CoveragePoint[] {
  checkProbabilities(probabilities, labels);
  const answers = answersOf(probabilities);
  const confidences = confidencesOf(probabilities);
  const surestFirst = Array.from(labels.keys()).sort((a, b) => confidences[b] - confidences[a]);
  const curve: CoveragePoint[] = [];
  let right = 0;
  surestFirst.forEach((index, position) => {
    if (answers[index] === labels[index]) right++;
    const threshold = confidences[index];
    const count = position + 1;
    if (count < labels.length && confidences[surestFirst[count]] === threshold) return;
    const rejected = (labels.length - count) / labels.length;
    curve.push({ rejected, threshold, count, accuracy: right / count });
  });
  return curve.reverse();
}

/**
 * Chooses the points of a curve that reject certain shares of the answers.
 *
 * @param curve as {@link coverageCurve} gives it
 * @param shares of answers to reject at most, 0..1; less is rejected where equal confidences stay together
 * @returns a point a share
 */
export function coverageAt(
  curve: readonly CoveragePoint[],
  shares: readonly number[] = REJECTED_SHARES,
): CoveragePoint[] {
  return shares.map((share) => curve.filter(({ rejected }) => rejected <= share).at(-1)!);
}
