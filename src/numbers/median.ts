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
