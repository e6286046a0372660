import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { oneLine } from '../numbers/quote';

/**
 * Writes a file that appears under its name only when it is whole; of processes that write it at once, the last
 * wins.
 *
 * @param write writes it under another name beside its own
 */
export function writeWholeBy(path: string, write: (unfinished: string) => void): void {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    write(unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Writes a file that appears under its name only when it is whole. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeWholeBy(path, (unfinished) => {
    writeFileSync(unfinished, content);
  });
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array | Int8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads a JSON file of a model.
 *
 * @throws Error where it is damaged
 */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(
      `${path}: expected JSON, found damage (${oneLine((error as Error).message)}); get or train the model again`,
      { cause: error },
    );
  }
}
