import pl from 'nodejs-polars';
import type { DigitSet } from './digitSet';

/**
 * Counts how often each digit occurs.
 *
 * @param labels digits 0 to 9
 * @returns how many 0s, 1s, … 9s; [10]
 */
export function countClasses(labels: Uint8Array): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}

/**
 * Tabulates how often each digit occurs in one or several sets.
 *
 * @param sets the sets by the names of their columns
 * @returns a row a digit, a column a set
 */
export function classCountTable(sets: Readonly<Record<string, DigitSet>>): pl.DataFrame {
  const whole = (name: string, values: number[]): pl.Series => pl.Series(name, values, pl.Int32);
  return pl.DataFrame([
    whole('digit', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ...Object.entries(sets).map(([name, { labels }]) => whole(name, countClasses(labels))),
  ]);
}
