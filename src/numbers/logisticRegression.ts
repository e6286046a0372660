import { sigmoid } from './logistic';

/** How strongly the weights are drawn towards the prior, and the offset to 0: enough where all cases are alike. */
const [STRENGTH, OFFSET_STRENGTH] = [1, 1e-2];
const STEPS = 50;
/** How often a step that leads away from the best fit is halved. */
const HALVINGS = 30;

/**
 * Fits a logistic regression by Newton's method. Its steps are halved until they better the fit: from where nearly all
 * cases are certain, a whole one leads ever further away (Boyd and Vandenberghe, Convex Optimization, 9.5.2).
 *
 * @param rows the features of each case
 * @param isTrue whether it holds, for each case
 * @param prior what each feature is thought to weigh before; without a say on the offset
 * @returns the offset, and the weight of each feature
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  isTrue: readonly boolean[],
  prior: readonly number[],
): { readonly offset: number; readonly weights: readonly number[] } {
  const cases = rows.map((row) => [1, ...row]);
  const expected = [0, ...prior];
  const strengths = expected.map((_, at) => (at === 0 ? OFFSET_STRENGTH : STRENGTH));
  const marginOf = (row: readonly number[], weights: readonly number[]): number =>
    row.reduce((sum, value, at) => sum + value * weights[at], 0);
  const lossOf = (weights: readonly number[]): number => {
    let loss = 0;
    weights.forEach((weight, at) => (loss += (strengths[at] * (weight - expected[at]) ** 2) / 2));
    cases.forEach((row, index) => {
      const margin = marginOf(row, weights) * (isTrue[index] ? 1 : -1);
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    });
    return loss;
  };
  let weights = expected;
  let loss = lossOf(weights);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => strengths[at] * (expected[at] - weight));
    const curvature = weights.map((_, at) =>
      weights.map((_, by) => (at === by ? strengths[at] : 0)),
    );
    cases.forEach((row, index) => {
      const probability = sigmoid(marginOf(row, weights));
      const error = (isTrue[index] ? 1 : 0) - probability;
      const spread = probability * (1 - probability);
      row.forEach((value, at) => {
        gradient[at] += error * value;
        row.forEach((other, by) => (curvature[at][by] += spread * value * other));
      });
    });
    const change = solve(curvature, gradient);
    const moved = (share: number): number[] =>
      weights.map((weight, at) => weight + share * change[at]);
    let next = moved(1);
    let nextLoss = lossOf(next);
    for (let halving = 1; halving <= HALVINGS && nextLoss > loss; halving++) {
      next = moved(0.5 ** halving);
      nextLoss = lossOf(next);
    }
    if (nextLoss >= loss) break;
    [weights, loss] = [next, nextLoss];
  }
  const [offset, ...ofFeatures] = weights;
  return { offset, weights: ofFeatures };
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
