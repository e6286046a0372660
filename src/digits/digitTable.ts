import pl from 'nodejs-polars';
import { oneLine } from '../numbers/quote';
import type { DigitSet } from './digitSet';

/** Images of a table, and what they show where it says so. */
export type TabledDigits = Omit<DigitSet, 'labels'> & Partial<Pick<DigitSet, 'labels'>>;

/**
 * Reads digits from a table as Kaggle's "Digit Recognizer" has them: CSV with a row a digit, `pixel0`, `pixel1`, … from
 * left to right and top to bottom, ink in 0..255, and a column `label` where the digits are known.
 *
 * @param path of the CSV file
 * @throws Error where it cannot be read, RangeError where its columns make no square images or a value is out of range
 */
export function readDigitTable(path: string): TabledDigits {
  const table = readTable(path);
  const names = table.columns.filter((name) => /^pixel\d+$/.test(name));
  const side = Math.sqrt(names.length);
  const isWhole = names.every((_, at) => table.columns.includes(`pixel${at}`));
  if (names.length === 0 || !Number.isInteger(side) || !isWhole) {
    throw new RangeError(
      `${path}: expected columns pixel0 to pixel783, or as many as make another square, found ${names.length} of them`,
    );
  }
  const count = table.height;
  const images = new Uint8Array(count * names.length);
  for (let pixel = 0; pixel < names.length; pixel++) {
    const name = `pixel${pixel}`;
    valuesOf(table, name, path, 255).forEach((value, index) => {
      images[index * names.length + pixel] = value;
    });
  }
  const digits = { count, width: side, height: side, images };
  if (!table.columns.includes('label')) return digits;
  return { ...digits, labels: Uint8Array.from(valuesOf(table, 'label', path, 9)) };
}

/**
 * Reads labelled digits from such a table.
 *
 * @throws Error as {@link readDigitTable} does, RangeError where it says of no digit what it is
 */
export function readLabelledTable(path: string): DigitSet {
  const { labels, ...digits } = readDigitTable(path);
  if (labels) return { ...digits, labels };
  throw new RangeError(
    `${path}: expected a column label, found none; \`npm run classify\` answers what is not known`,
  );
}

function readTable(path: string): pl.DataFrame {
  try {
    return pl.readCSV(path);
  } catch (error) {
    throw new Error(
      `${path}: expected a table of digits as CSV, found: ${oneLine((error as Error).message)}`,
      { cause: error },
    );
  }
}

function valuesOf(table: pl.DataFrame, name: string, path: string, most: number): number[] {
  const values = table.getColumn(name).toArray() as unknown[];
  return values.map((value, row) => {
    const number = Number(value);
    if (value !== null && Number.isInteger(number) && number >= 0 && number <= most) return number;
    throw new RangeError(
      `${path}: row ${row + 1}: expected a whole number from 0 to ${most} as ${name}, found ${oneLine(String(value))}`,
    );
  });
}
