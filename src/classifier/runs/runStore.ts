import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, sha256, writeWhole } from '../../files/wholeFile';
import { naming, quote } from '../../numbers/quote';
import { VALIDATION_COUNT } from '../../digits/split';
import { bestEpochOf, type EpochResult } from '../epochResult';
import { checkVersion, FORMAT_VERSION } from '../../files/formatVersion';
import { makeFolder } from '../../files/makeFolder';
import { seedRule } from '../settings/checkHyperparameters';
import { fieldsOf, isObject, isText } from '../../numbers/jsonValues';
import { refuse, type Rule } from '../settings/rules';

/** A training that is kept by a name, to be compared with others. */
export interface Run {
  readonly name: string;
  /** The preset of its network. */
  readonly preset: string;
  /** What it was trained with: hyperparameters by their names. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  readonly seed: number;
  readonly history: readonly EpochResult[];
  /** The epoch whose weights the network has. */
  readonly bestEpoch: number;
}

interface RunFile extends Run {
  readonly format: 'run';
  readonly version: typeof FORMAT_VERSION;
}

const ENDING = '.run.json';

/** As much as a chart has room for; characters. */
const LONGEST_NAME = 100;

/** Half a character, which no file name can hold. */
const loneSurrogate = /\p{Surrogate}/u;

/** What a run may be called. */
export const runNameRule: Rule = {
  check: (path, value) => {
    const isGiven = isText(value) && value.trim() !== '';
    if (!isGiven || value.length > LONGEST_NAME || loneSurrogate.test(value)) {
      refuse(path, `a name of 1 to ${LONGEST_NAME} characters`, value);
    }
  },
};

/** The name of a run's file: any name makes one, and no two the same. */
function fileNameOf({ name }: Run): string {
  const encoded = encodeURIComponent(name);
  // Letters beyond A to Z take up to nine characters each, and file names end at 255.
  const short =
    encoded.length <= LONGEST_NAME
      ? encoded
      : `${encoded.slice(0, LONGEST_NAME)}-${sha256(Buffer.from(name))}`;
  return short + ENDING;
}

/**
 * Keeps a run in a folder, a file each; an earlier one of that name is replaced.
 *
 * @param folder is created where it does not exist
 * @throws RangeError where the name is empty or too long
 * @throws WriteError where it cannot be written
 */
export function keepRun(folder: string, run: Run): void {
  runNameRule.check('name', run.name);
  makeFolder(folder);
  const file: RunFile = { format: 'run', version: FORMAT_VERSION, ...run };
  writeWhole(join(folder, fileNameOf(run)), JSON.stringify(file, null, 2));
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

const isShare = (value: number): boolean => value >= 0 && value <= 1;

const isEpoch = (value: unknown): boolean =>
  isObject(value) &&
  epochNames.every((name) => Number.isFinite(value[name])) &&
  isShare(value.validationAccuracy as number);

const isPlain = (value: unknown): boolean => ['number', 'string', 'boolean'].includes(typeof value);

function checkRun({
  name,
  preset,
  seed,
  settings,
  history,
  bestEpoch,
}: Readonly<Record<string, unknown>>): void {
  if (!isName(name)) refuse('name', 'a text', name);
  if (!isName(preset)) refuse('preset', 'a text', preset);
  seedRule.check('seed', seed);
  if (!isObject(settings) || !Object.values(settings).every(isPlain)) {
    refuse('settings', 'numbers, texts and truth values by their names', settings);
  }
  if (!Array.isArray(history) || history.length === 0 || !history.every(isEpoch)) {
    refuse('history', `a list of epochs with ${epochNames.join(', ')}`, history);
  }
  const isTold = bestEpoch !== undefined;
  if (isTold && !(history as EpochResult[]).some(({ epoch }) => epoch === bestEpoch)) {
    refuse('bestEpoch', 'the number of the epoch whose weights were kept', bestEpoch);
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
  const { history } = run as unknown as Run;
  // Earlier runs do not say it; all of them were trained with the usual validation digits.
  const bestEpoch = bestEpochOf(history, VALIDATION_COUNT).epoch;
  return { bestEpoch, ...run } as unknown as Run;
}
