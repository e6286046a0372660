import { sigmoid } from './logistic';

/** How strongly the weights are drawn towards the prior, and the offset to 0: enough where all cases are alike. */
const [STRENGTH, OFFSET_STRENGTH] = [1, 1e-2];
const STEPS = 50;

/**
 * Fits a logistic regression by Newton's method.
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
  let weights = [0, ...prior];
  const expected = weights;
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map(
      (weight, at) => (at === 0 ? OFFSET_STRENGTH : STRENGTH) * (expected[at] - weight),
    );
    const curvature = weights.map((_, at) =>
      weights.map((_, by) => (at !== by ? 0 : at === 0 ? OFFSET_STRENGTH : STRENGTH)),
    );
    cases.forEach((row, index) => {
      const probability = sigmoid(row.reduce((sum, value, at) => sum + value * weights[at], 0));
      const error = (isTrue[index] ? 1 : 0) - probability;
      const spread = probability * (1 - probability);
      row.forEach((value, at) => {
        gradient[at] += error * value;
        row.forEach((other, by) => (curvature[at][by] += spread * value * other));
      });
    });
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + change[at]);
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
