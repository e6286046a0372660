import { extname } from 'node:path';
import type pl from 'nodejs-polars';
import { writeWhole } from '../files/wholeFile';

/** What encodes a table, by the ending of the file; where it writes files itself, polars is silent on a full disk. */
const encoders: Readonly<Record<string, (table: pl.DataFrame) => Uint8Array>> = {
  // Excel takes a file without the mark for one in an old encoding.
  '.csv': (table) => table.writeCSV({ includeBom: true }),
  '.parquet': (table) => table.writeParquet(),
  '.ndjson': (table) => table.writeJSON({ format: 'lines' }),
};

/** The endings that {@link writeTable} knows. */
export const tableEndings: readonly string[] = Object.keys(encoders);

/** Whether a path ends as a file of a table. */
export function isTablePath(path: string): boolean {
  return tableEndings.includes(extname(path).toLowerCase());
}

/**
 * Writes a table as CSV, Parquet or NDJSON, as the ending of the path says; the file is there whole or not
 * at all.
 *
 * @throws RangeError for any other ending, WriteError where the disk does not take it
 */
export function writeTable(table: pl.DataFrame, path: string): void {
  if (!isTablePath(path)) {
    throw new RangeError(`expected a file ending in ${tableEndings.join(', ')}, found ${path}`);
  }
  writeWhole(path, encoders[extname(path).toLowerCase()](table));
}
