/**
 * The number of a range that is nearest to a value.
 *
 * @param min the least number of the range
 * @param max the largest; where it is below `min`, it is what comes out
 */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
