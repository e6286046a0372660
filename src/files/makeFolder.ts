import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainWriteError } from './writeError';

/** Why a folder cannot be made: where several are missing, Node says no more than that of a read-only disk. */
function reasonOf(path: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  let first = path;
  while (!existsSync(dirname(first))) first = dirname(first);
  try {
    mkdirSync(first);
    return error;
  } catch (reason) {
    return reason;
  }
}

/**
 * Makes a folder, and those above it, where they are not there.
 *
 * @throws WriteError where it cannot be made
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw explainWriteError(path, reasonOf(path, error));
  }
}
