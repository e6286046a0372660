import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pl from 'nodejs-polars';
import { makeFolder } from '../files/makeFolder';
import { readRegularFile } from '../files/regularFile';
import { sha256 } from '../files/wholeFile';
import { reasonOf } from '../numbers/quote';
import type { Outcome } from '../reader/page/outcome';
import { outcomeTable } from '../view/outcomeTable';
import { writeTable } from '../view/tableFile';
import type { TableRows } from '../view/tableRows';
import { identityOf, type BatchPicture } from './batchPicture';

/** A picture of a batch and what was read in it. */
export interface FinishedPicture extends BatchPicture {
  readonly outcomes: readonly Outcome[];
}

/** A picture that a part tells of. */
export interface ToldPicture extends BatchPicture {
  /** Whether it, or a page of it, could not be read. */
  readonly isFailed: boolean;
}

interface PartRow extends BatchPicture {
  readonly error: string | null;
}

const ENDING = '.parquet';

/** Names a part by the pictures in it: whoever reads the same ones again replaces it by the same. */
function partName(pictures: readonly BatchPicture[]): string {
  return sha256(Buffer.from(pictures.map(identityOf).join('\n'))).slice(0, 32);
}

/** Reads a part; one that is damaged was written by no batch, but by a disk or a copy that failed. */
export function readPart(part: string, columns?: readonly string[]): pl.DataFrame {
  const content = readRegularFile(part, 'a part of a batch');
  try {
    return pl.readParquet(content, columns && { columns: [...columns] });
  } catch (error) {
    throw new Error(
      `${part}: expected a part of a batch, found damage (${reasonOf(error)}); delete the file, and \`batch\` reads ` +
        'its pictures again',
      { cause: error },
    );
  }
}

/**
 * Writes what was read in some pictures: the tables that `outcomeTable` makes, with the `key` of each picture. The part
 * is there once its table of numbers is, which comes last.
 */
export function writePart(folder: string, pictures: readonly FinishedPicture[]): void {
  const part = join(folder, 'parts', partName(pictures) + ENDING);
  makeFolder(dirname(tableOfPart(part, 'digits')));
  for (const rows of ['digits', 'numbers'] as const) {
    const tables = pictures.map(({ key, outcomes }) =>
      outcomeTable(outcomes, rows).withColumn(pl.lit(key).alias('key')),
    );
    writeTable(pl.concat(tables), tableOfPart(part, rows));
  }
}

/** The file with a table of a part. */
export function tableOfPart(part: string, rows: TableRows): string {
  return rows === 'numbers' ? part : join(dirname(part), rows, basename(part));
}

/** Lists the parts of a batch, in the order of their names. */
export function listParts(folder: string): string[] {
  return readdirSync(join(folder, 'parts'))
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => join(folder, 'parts', name));
}

/** Lists the pictures that a part tells of, each once. */
export function picturesOf(part: string): ToldPicture[] {
  const pictures = new Map<string, ToldPicture>();
  const table = readPart(part, ['file', 'key', 'error']);
  for (const { error, ...picture } of table.toRecords() as unknown as PartRow[]) {
    const identity = identityOf(picture);
    const isFailed = pictures.get(identity)?.isFailed === true || error !== null;
    pictures.set(identity, { ...picture, isFailed });
  }
  return [...pictures.values()];
}
