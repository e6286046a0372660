/** What repeated measurements come to. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Sums repeated measurements up.
 *
 * @param values in any order
 * @throws RangeError where there are none
 */
export function summarize(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('expected at least one measurement, found none');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    least: sorted[0],
    most: sorted[sorted.length - 1],
  };
}

/** Writes a figure with three digits that count, more where it is a larger number. */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (Math.abs(rounded) >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}
