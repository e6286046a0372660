import { readRegularFile } from '../files/regularFile';
import { sha256 } from '../files/wholeFile';

/** A picture of a batch. */
export interface BatchPicture {
  /** Its path as it was given; what is read is told by this name. */
  readonly file: string;
  /** Stays the same as long as the picture, the reader and its options do. */
  readonly key: string;
}

/** Names a picture by its content and by what it is read with; a file that cannot be read counts as empty. */
export function identifyPicture(file: string, batchId: string): BatchPicture {
  let bytes: Uint8Array = new Uint8Array();
  try {
    bytes = readRegularFile(file, 'a picture');
  } catch {
    // Reading it will say why.
  }
  return { file, key: sha256(Buffer.from(batchId + sha256(bytes))).slice(0, 32) };
}

/** Tells pictures of the same content apart by their paths. */
export const identityOf = ({ file, key }: BatchPicture): string => `${key} ${file}`;

/**
 * The share of a batch that falls to one of several machines: whatever the others do, each picture falls to one of them.
 *
 * @param index which machine, from 1 on
 * @param count how many there are
 */
export function shardOf(files: readonly string[], index: number, count: number): string[] {
  return files.filter(
    (file) => parseInt(sha256(Buffer.from(file)).slice(0, 12), 16) % count === index - 1,
  );
}
