import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashFile } from './hashFile';
import { makeFolder } from './makeFolder';
import { recall, remember } from './memory';
import { unfinishedPath } from './unfinished';
import { explainWriteError } from './writeError';

/** The SHA-256 of every file, written last of all. */
const STAMP = 'sha256.json';

function hashesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== STAMP);
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), hashFile(path)];
    }),
  );
}

/** Whether a folder is there as `finishFolder` made it: every file, with the same content. */
export function isFinished(folder: string): boolean {
  const hashes = recall(join(folder, STAMP)) as Record<string, string> | undefined;
  if (!hashes) return false;
  return Object.entries(hashes).every(([name, hash]) => {
    const path = join(folder, name);
    return existsSync(path) && hashFile(path) === hash;
  });
}

/**
 * Makes a folder that is either whole or not there: it is filled under another name beside its place,
 * gets a list of its files last of all, and is then renamed. Of processes that make it at once, the first wins.
 *
 * @param folder where it is to be; returned at once where it is finished already
 * @param fill puts the files into the folder it is given
 * @throws WriteError where the disk does not take it; nothing is left of it then
 */
export async function finishFolder(
  folder: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  if (isFinished(folder)) return folder;
  makeFolder(dirname(folder));
  const unfinished = unfinishedPath(folder);
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    await fill(unfinished);
    remember(join(unfinished, STAMP), hashesOf(unfinished));
    if (isFinished(folder)) return folder;
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } catch (error) {
    if (!isFinished(folder)) throw explainWriteError(folder, error);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
