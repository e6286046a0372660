import { mkdirSync } from 'node:fs';
import { explainWriteError } from './writeError';

/**
 * Makes a folder, and those above it, where they are not there.
 *
 * @throws WriteError where it cannot be made
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw explainWriteError(path, error);
  }
}
