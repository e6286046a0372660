import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readRegularFile } from '../files/regularFile';
import { sha256 } from '../files/wholeFile';
import { readLabels } from '../pages/labels/labelFile';
import { decodePicture, readPictures } from '../picture/file/readPicture';
import type { Picture } from '../picture/picture';
import { loadPageReader } from '../reader/folder/readerFolder';
import { readPage, type Page } from '../reader/page/readPage';
import { correctedPage, knownPage, type KnownPage } from './knownPage';
import { readCorrections } from './corrections';

/** Pages of somebody's own, to learn from. */
export interface OwnPages {
  readonly pages: readonly KnownPage[];
  /** Pictures of which too little was found to learn from them. */
  readonly unknown: readonly string[];
  /** The SHA-256 of every picture, and of what says what stands on them, by file name. */
  readonly hashes: Readonly<Record<string, string>>;
}

type Read = (picture: Picture) => Promise<Page>;

/**
 * Reads pages of somebody's own, and finds out where the digits of their labels stand.
 *
 * @param path a folder as `readLabels` reads it, of which transcripts suffice, or a table of corrections, as
 *   `readCorrections` reads it
 * @param name the reader that finds them; the one whose answers were corrected
 * @throws Error where the labels, a picture or the reader cannot be read, or nothing of any label was found
 */
export async function readOwnPages(path: string, name: string): Promise<OwnPages> {
  const reader = await loadPageReader(name);
  try {
    const read: Read = (picture) => readPage(picture, reader, { signs: false });
    const isTable = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    const own = await (isTable ? corrected(path, read) : labelled(path, read));
    if (own.pages.length > 0) return own;
  } finally {
    reader.dispose();
  }
  throw new Error(
    `${path}: expected pictures whose digits can be found in them, found none; check that each label has the digits ` +
      'of its picture, line by line',
  );
}

const hashOf = (path: string): string => sha256(readRegularFile(path, 'a file to learn from'));

async function labelled(folder: string, read: Read): Promise<OwnPages> {
  const pages: KnownPage[] = [];
  const unknown: string[] = [];
  const hashes: Record<string, string> = { 'labels.json': hashOf(join(folder, 'labels.json')) };
  for (const label of readLabels(folder)) {
    const path = join(folder, label.file);
    // Read once: what is learned from is what the hash is of.
    const content = readRegularFile(path, 'a picture');
    hashes[label.file] = sha256(content);
    const page = knownPage(await read(await decodePicture(content, path)), label);
    if (page) pages.push(page);
    else unknown.push(label.file);
  }
  return { pages, unknown, hashes };
}

async function corrected(table: string, read: Read): Promise<OwnPages> {
  const pages: KnownPage[] = [];
  const hashes: Record<string, string> = { [basename(table)]: hashOf(table) };
  for (const { file, page: wanted, corrections } of await readCorrections(table)) {
    hashes[file] = hashOf(file);
    for await (const { picture, page } of readPictures(file)) {
      if (page === wanted) pages.push(correctedPage(await read(picture), corrections));
    }
  }
  return { pages, unknown: [], hashes };
}
