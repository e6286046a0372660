import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a file that appears under its name only when it is whole. */
export function writeWhole(folder: string, name: string, content: string | Uint8Array): void {
  const unfinished = join(folder, `${name}.part`);
  writeFileSync(unfinished, content);
  renameSync(unfinished, join(folder, name));
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
      `${path}: expected JSON, found damage (${(error as Error).message}); get or train the model again`,
      { cause: error },
    );
  }
}
