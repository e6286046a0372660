import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeWhole } from '../../files/wholeFile';
import type { EpochResult } from '../epochResult';
import { makeFolder } from '../../files/makeFolder';

/** A training that is kept by a name, to be compared with others. */
export interface Run {
  readonly name: string;
  /** The preset of its network. */
  readonly preset: string;
  /** What it was trained with: hyperparameters by their names. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  readonly seed: number;
  readonly history: readonly EpochResult[];
}

interface RunFile extends Run {
  readonly format: 'run';
  readonly version: 1;
}

const ENDING = '.run.json';

/**
 * Keeps a run in a folder, a file each; an earlier one of that name is replaced.
 *
 * @param folder is created where it does not exist
 * @throws RangeError where the name is empty
 */
export function keepRun(folder: string, run: Run): void {
  if (run.name.trim() === '') throw new RangeError('expected a name for the run, found none');
  makeFolder(folder);
  const file: RunFile = { format: 'run', version: 1, ...run };
  // Any name makes a file name this way, and no two the same one.
  writeWhole(join(folder, encodeURIComponent(run.name) + ENDING), JSON.stringify(file, null, 2));
}

/**
 * Reads all runs of a folder, by their names in alphabetical order.
 *
 * @returns none where there is no such folder
 * @throws Error where a file is damaged, or of a later version
 */
export function readRuns(folder: string): Run[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  return names
    .map((name) => readRun(join(folder, name)))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function readRun(path: string): Run {
  const { format, version, ...run } = readJson(path) as Partial<RunFile>;
  if (format !== 'run' || version !== 1 || !run.name || !run.history || !run.settings) {
    throw new Error(
      `${path}: expected a run of version 1, found ${format ?? 'something else'} of version ${version ?? 'unknown'}; ` +
        'delete it, or take a newer version of this project',
    );
  }
  return run as Run;
}
