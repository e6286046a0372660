import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeWhole } from '../../files/wholeFile';
import { naming, quote } from '../../numbers/quote';
import type { EpochResult } from '../epochResult';
import { checkVersion, FORMAT_VERSION } from '../../files/formatVersion';
import { makeFolder } from '../../files/makeFolder';
import { seedRule } from '../settings/checkHyperparameters';
import { fieldsOf, isObject, isText } from '../../numbers/jsonValues';
import { refuse } from '../settings/rules';

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
  readonly version: typeof FORMAT_VERSION;
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
  const file: RunFile = { format: 'run', version: FORMAT_VERSION, ...run };
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

const isName = (value: unknown): value is string => isText(value) && value !== '';

const epochNames: readonly (keyof EpochResult)[] = [
  'epoch',
  'loss',
  'accuracy',
  'validationLoss',
  'validationAccuracy',
  'seconds',
];

const isEpoch = (value: unknown): boolean =>
  isObject(value) && epochNames.every((name) => Number.isFinite(value[name]));

const isPlain = (value: unknown): boolean => ['number', 'string', 'boolean'].includes(typeof value);

function checkRun({
  name,
  preset,
  seed,
  settings,
  history,
}: Readonly<Record<string, unknown>>): void {
  if (!isName(name)) refuse('name', 'a text', name);
  if (!isName(preset)) refuse('preset', 'a text', preset);
  seedRule.check('seed', seed);
  if (!isObject(settings) || !Object.values(settings).every(isPlain)) {
    refuse('settings', 'numbers, texts and truth values by their names', settings);
  }
  if (!Array.isArray(history) || !history.every(isEpoch)) {
    refuse('history', `a list of epochs with ${epochNames.join(', ')}`, history);
  }
}

function readRun(path: string): Run {
  const file = readJson(path);
  const { format, version, ...run } = fieldsOf(file);
  if (format !== 'run') {
    throw new Error(`${path}: expected the format run, found ${quote(format)}; delete it`);
  }
  checkVersion(path, version);
  naming(path, () => {
    checkRun(run);
  });
  return run as unknown as Run;
}
