import { extname } from 'node:path';
import type pl from 'nodejs-polars';
import { writeWholeBy } from '../files/wholeFile';

/** What writes a table, by the ending of the file. */
const writers: Readonly<Record<string, (table: pl.DataFrame, path: string) => void>> = {
  // Excel takes a file without the mark for one in an old encoding.
  '.csv': (table, path) => {
    table.writeCSV(path, { includeBom: true });
  },
  '.parquet': (table, path) => {
    table.writeParquet(path);
  },
  '.ndjson': (table, path) => {
    table.writeJSON(path, { format: 'lines' });
  },
};

/** The endings that {@link writeTable} knows. */
export const tableEndings: readonly string[] = Object.keys(writers);

/** Whether a path ends as a file of a table. */
export function isTablePath(path: string): boolean {
  return tableEndings.includes(extname(path).toLowerCase());
}

/**
 * Writes a table as CSV, Parquet or NDJSON, as the ending of the path says; the file is there whole or not
 * at all.
 *
 * @throws RangeError for any other ending
 */
export function writeTable(table: pl.DataFrame, path: string): void {
  if (!isTablePath(path)) {
    throw new RangeError(`expected a file ending in ${tableEndings.join(', ')}, found ${path}`);
  }
  writeWholeBy(path, (unfinished) => {
    writers[extname(path).toLowerCase()](table, unfinished);
  });
}
