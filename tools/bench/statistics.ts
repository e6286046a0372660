import { median } from '../../src/numbers/median';

/** What repeated measurements come to. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Sums repeated measurements up.
 *
 * @param values in any order
 * @throws RangeError where there are none
 */
export function summarize(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('expected at least one measurement, found none');
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * Writes a figure as people read it: whole numbers as they are, others with as many digits as count.
 *
 * @param digits how many count, at least 1
 */
export function figureText(value: number, digits = 3): string {
  const format = { minimumSignificantDigits: digits, maximumSignificantDigits: digits };
  return value.toLocaleString('en-US', Number.isInteger(value) ? {} : format);
}
