/**
 * The value in the middle; of an even number of values, the mean of the two in the middle.
 *
 * @param values at least one, in any order
 */
export function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)] + ascending[Math.ceil(middle)]) / 2;
}

/** A value and how much it counts. */
export interface Weighted {
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * The value that divides others in two halves of the same weight.
 *
 * @param values at least one, in any order
 */
export function weightedMedian(values: readonly Weighted[]): number {
  const ascending = [...values].sort((a, b) => a.value - b.value);
  let left = ascending.reduce((sum, { weight }) => sum + weight, 0) / 2;
  return ascending.find(({ weight }) => (left -= weight) <= 0)!.value;
}

/**
 * The value below which a share of the values lies, between two neighbours evenly.
 *
 * @param values at least one
 * @param share 0..1
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
