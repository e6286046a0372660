import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVersion, FORMAT_VERSION } from '../files/formatVersion';
import { readRegularFile } from '../files/regularFile';
import { explainWriteError } from '../files/writeError';
import { isLength } from '../numbers/jsonValues';
import { oneLine, quote } from '../numbers/quote';
import type { AdamState } from './adam';

/** A training after some epoch: all it takes to go on. */
export interface TrainingState<Result> {
  /** Which training it is: seed, hyperparameters and data. A state only fits its own. */
  readonly identity: string;
  readonly history: readonly Result[];
  /** The network's weights now. */
  readonly weights: readonly Float32Array[];
  /** The network's weights that the training shall end with, were it to end now. */
  readonly outcome: readonly Float32Array[];
  readonly optimizer: AdamState;
}

/** The numbers of a state lie one after another in a file of their own; this says how to cut them. */
interface Contents<Result> {
  readonly version: typeof FORMAT_VERSION;
  readonly identity: string;
  readonly history: readonly Result[];
  readonly optimizerSteps: number;
  /** The length of each array in the file of numbers, group by group. */
  readonly lengths: Readonly<Record<'weights' | 'outcome' | 'means' | 'squares', number[]>>;
}

const NAME = 'checkpoint-';
/** What a state is called while it is written or deleted. */
const UNFINISHED = 'unfinished';

function checkpointsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^checkpoint-\d+$/.test(name))
    .sort();
}

/**
 * Writes the state of a training into a folder; the states of earlier epochs are deleted after that.
 *
 * The state appears under its name only when it is whole, so a kill at any time leaves one to go on from.
 *
 * @param folder is created where it does not exist
 * @throws WriteError where the disk does not take it; the state of the epoch before is then still there
 */
export function writeCheckpoint<Result>(folder: string, state: TrainingState<Result>): void {
  const groups = {
    weights: state.weights,
    outcome: state.outcome,
    means: state.optimizer.means,
    squares: state.optimizer.squares,
  };
  const lengthsOf = (arrays: readonly Float32Array[]): number[] =>
    arrays.map(({ length }) => length);
  const contents: Contents<Result> = {
    version: FORMAT_VERSION,
    identity: state.identity,
    history: state.history,
    optimizerSteps: state.optimizer.steps,
    lengths: {
      weights: lengthsOf(groups.weights),
      outcome: lengthsOf(groups.outcome),
      means: lengthsOf(groups.means),
      squares: lengthsOf(groups.squares),
    },
  };
  const bytes = Object.values(groups).flatMap((arrays) =>
    arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  const name = `${NAME}${String(state.history.length).padStart(4, '0')}`;
  const earlier = checkpointsIn(folder);
  const unfinished = join(folder, UNFINISHED);
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'numbers.bin'), Buffer.concat(bytes), { flush: true });
    writeFileSync(join(unfinished, 'state.json'), JSON.stringify(contents), { flush: true });
    renameSync(unfinished, join(folder, name));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explainWriteError(join(folder, name), error);
  }
  for (const old of earlier) deleteCheckpoint(folder, old);
}

// Under its own name a state is whole to the end.
function deleteCheckpoint(folder: string, name: string): void {
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  renameSync(join(folder, name), unfinished);
  rmSync(unfinished, { recursive: true });
}

/** Whether a folder holds the state of a training. */
export function hasCheckpoint(folder: string): boolean {
  return checkpointsIn(folder).length > 0;
}

/**
 * Reads the latest state of a training.
 *
 * @param folder where {@link writeCheckpoint} put it
 * @param identity which training it has to be
 * @returns undefined where the folder holds none
 * @throws Error where the state is of another training, or damaged
 */
export function readCheckpoint<Result>(
  folder: string,
  identity: string,
): TrainingState<Result> | undefined {
  const latest = checkpointsIn(folder).at(-1);
  if (!latest) return undefined;
  const path = join(folder, latest);
  const { contents, numbers } = readParts<Result>(path);
  checkVersion(path, contents.version);
  if (contents.identity !== identity) {
    throw new Error(
      `${path}: expected the state of the training ${identity}, found that of ${oneLine(contents.identity)}; ` +
        'resume with the same settings or choose another folder',
    );
  }
  let start = 0;
  const cut = (lengths: readonly number[]): Float32Array[] =>
    lengths.map((length) => numbers.slice(start, (start += length)));
  const { weights, outcome, means, squares } = contents.lengths;
  return {
    identity,
    history: contents.history,
    weights: cut(weights),
    outcome: cut(outcome),
    optimizer: { steps: contents.optimizerSteps, means: cut(means), squares: cut(squares) },
  };
}

const groups = ['weights', 'outcome', 'means', 'squares'] as const;

/** Only this project writes such files: what is checked is what damage could do. */
function isContents<Result>(value: unknown): value is Contents<Result> {
  const { identity, history, optimizerSteps, lengths } = {
    ...(value as Partial<Contents<Result>>),
  };
  return (
    typeof identity === 'string' &&
    Array.isArray(history) &&
    Number.isSafeInteger(optimizerSteps) &&
    groups.every((name) => Array.isArray(lengths?.[name]) && lengths[name].every(isLength))
  );
}

function readParts<Result>(path: string): { contents: Contents<Result>; numbers: Float32Array } {
  try {
    const contents: unknown = JSON.parse(
      readRegularFile(join(path, 'state.json'), 'the state of a training').toString('utf8'),
    );
    if (!isContents<Result>(contents)) throw new Error(`state.json holds ${quote(contents)}`);
    const bytes = new Uint8Array(
      readRegularFile(join(path, 'numbers.bin'), 'the numbers of a training'),
    );
    const expected = groups.flatMap((name) => contents.lengths[name]).reduce((a, b) => a + b, 0);
    if (bytes.length !== 4 * expected) {
      throw new Error(`${bytes.length} bytes of numbers instead of ${4 * expected}`);
    }
    const numbers = new Float32Array(bytes.buffer);
    if (!numbers.every((number) => Number.isFinite(number))) {
      throw new Error('numbers that are not finite');
    }
    return { contents, numbers };
  } catch (error) {
    throw new Error(
      `${path}: expected the whole state of a training, found: ${oneLine((error as Error).message)}; ` +
        'delete the folder, or train without resuming',
      { cause: error },
    );
  }
}

/** Deletes the states of a training that is over. */
export function deleteCheckpoints(folder: string): void {
  for (const name of checkpointsIn(folder)) deleteCheckpoint(folder, name);
  rmSync(join(folder, UNFINISHED), { recursive: true, force: true });
}
