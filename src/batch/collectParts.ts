import pl from 'nodejs-polars';
import type { TableRows } from '../view/tableRows';
import { readBatchRecord } from './batchFolder';
import { identifyPicture, identityOf, type BatchPicture } from './batchPicture';
import { listParts, picturesOf, readPart, tableOfPart } from './parts';

/** A picture that no part tells of, or only as it was before it changed. */
export interface MissingPicture {
  readonly file: string;
  /** Another path under which the same content was read, where there is one. */
  readonly readAs: string | undefined;
}

/** What the parts of a batch come to. */
export interface Collected {
  /** As `outcomeTable` makes it of all pictures at once, in the order in which they are given. */
  readonly table: pl.DataFrame;
  readonly missing: readonly MissingPicture[];
  /** How many pictures several parts tell of; one of them counts. */
  readonly double: number;
  /** Pictures that could not be read. */
  readonly failed: readonly string[];
}

/**
 * Puts the parts of a batch together.
 *
 * @param files the pictures that it should tell of
 * @param rows of the table. @default numbers
 * @throws Error where the folder holds no batch
 */
export function collectParts(
  folder: string,
  files: readonly string[],
  rows: TableRows = 'numbers',
): Collected {
  const { id } = readBatchRecord(folder);
  const pictures = files.map((file) => identifyPicture(file, id));
  const identities = pictures.map(identityOf);
  const order = new Map(identities.map((identity, index) => [identity, index]));
  // Where each picture is told of: one that was read is preferred to one that failed, else the first part.
  const places = new Map<string, { part: string; isFailed: boolean }>();
  // By their keys, pictures that were not asked for.
  const others = new Map<string, string>();
  let double = 0;
  for (const part of listParts(folder)) {
    for (const { isFailed, ...picture } of picturesOf(part)) {
      const identity = identityOf(picture);
      if (!order.has(identity)) {
        others.set(picture.key, picture.file);
        continue;
      }
      const before = places.get(identity);
      if (before) double++;
      if (!before || (before.isFailed && !isFailed)) places.set(identity, { part, isFailed });
    }
  }

  const tables = [...new Set([...places.values()].map(({ part }) => part))].map((part) => {
    const table = readPart(tableOfPart(part, rows));
    const pictures = table.select('file', 'key').toRecords() as unknown as BatchPicture[];
    const positions = pictures.map((picture) => {
      const identity = identityOf(picture);
      return places.get(identity)?.part === part ? order.get(identity)! : -1;
    });
    return table.drop('key').withColumn(pl.Series('position', positions, pl.Int32));
  });
  const table =
    tables.length === 0
      ? pl.DataFrame()
      : pl
          .concat(tables)
          .filter(pl.col('position').gtEq(0))
          .withRowIndex('row')
          .sort(['position', 'row'])
          .drop('position', 'row');
  return {
    table,
    missing: pictures
      .filter((_, index) => !places.has(identities[index]))
      .map(({ file, key }) => ({ file, readAs: others.get(key) })),
    double,
    failed: [...places].flatMap(([identity, { isFailed }]) =>
      isFailed ? [files[order.get(identity)!]] : [],
    ),
  };
}
