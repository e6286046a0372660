import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/files/wholeFile';

/** The SHA-256 of every file below a folder by its path; an empty text for one whose bytes are not to be compared. */
export type FolderState = ReadonlyMap<string, string>;

/** Looks at every file below a folder. */
export function readState(folder: string, isVolatile: (name: string) => boolean): FolderState {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(
    names.map((name) => [name, isVolatile(name) ? '' : sha256(readFileSync(join(folder, name)))]),
  );
}

/** What of a folder is not as expected, in words; undefined where all is. */
export function differenceOf(found: FolderState, expected: FolderState): string | undefined {
  for (const [name, hash] of expected) {
    if (!found.has(name)) return `${name} is missing`;
    if (found.get(name) !== hash) return `${name} differs`;
  }
  const more = [...found.keys()].filter((name) => !expected.has(name));
  return more.length === 0 ? undefined : `${more.join(', ')} is left over`;
}

/** The first file of a name that is expected, with bytes that it has in none of the states. */
export function halfFile(found: FolderState, states: readonly FolderState[]): string | undefined {
  return [...found].find(([name, hash]) => {
    const known = states.filter((state) => state.has(name)).map((state) => state.get(name));
    return known.length > 0 && !known.includes(hash);
  })?.[0];
}
