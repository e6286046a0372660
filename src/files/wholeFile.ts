import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { readRegularFile } from './regularFile';
import { unfinishedPath } from './unfinished';
import { explainWriteError } from './writeError';
import { oneLine } from '../numbers/quote';

/**
 * Writes a file that appears under its name only when it is whole; of processes that write it at once, the last
 * wins.
 *
 * @param write writes it under another name beside its own
 * @throws WriteError where the disk does not take it; what was there before is then still whole
 */
export function writeWholeBy(path: string, write: (unfinished: string) => void): void {
  let unfinished: string | undefined;
  try {
    unfinished = unfinishedPath(path);
    write(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    throw explainWriteError(path, error);
  } finally {
    if (unfinished !== undefined) rmSync(unfinished, { force: true });
  }
}

/**
 * Writes a file that appears under its name only when it is whole, on the disk itself: also where the power fails.
 *
 * @throws WriteError where the disk does not take it; what was there before is then still whole
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeWholeBy(path, (unfinished) => {
    writeFileSync(unfinished, content, { flush: true });
  });
}

/** A file to be written. */
export interface FileContent {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Replaces files that are of use together only: at no time does the key stand beside a file that is not its own. Each
 * is on the disk itself before it gets its name.
 *
 * @param others what the key stands for
 * @param key the file without which the others are nothing
 * @param obsolete the path of a file that spoke of the earlier ones
 * @throws WriteError where the disk does not take them; what was there before is then still whole
 */
export function replaceTogether(
  others: readonly FileContent[],
  key: FileContent,
  obsolete?: string,
): void {
  const files = [...others, key];
  const written: { path: string; unfinished: string }[] = [];
  let current = key.path;
  try {
    for (const { path, content } of files) {
      current = path;
      const unfinished = unfinishedPath(path);
      written.push({ path, unfinished });
      writeFileSync(unfinished, content, { flush: true });
    }
    for (const path of [key.path, obsolete]) if (path !== undefined) rmSync(path, { force: true });
    for (const { path, unfinished } of written) {
      current = path;
      renameSync(unfinished, path);
    }
  } catch (error) {
    throw explainWriteError(current, error);
  } finally {
    for (const { unfinished } of written) rmSync(unfinished, { force: true });
  }
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array | Int8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads a JSON file of a model.
 *
 * @throws Error where there is none, or it is damaged
 */
export function readJson(path: string): unknown {
  const text = readRegularFile(path, 'JSON').toString();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${path}: expected JSON, found damage (${oneLine((error as Error).message)}); get or train the model again`,
      { cause: error },
    );
  }
}
