import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkTrial } from './planSweep';
import type { Trial } from './trial';
import { canonicalJson } from '../settings/rules';
import type { PathCheck } from '../../files/pathCheck';
import { fieldsOf, isText } from '../../numbers/jsonValues';
import { quote } from '../../numbers/quote';
import type { TrialTask } from './trialProcess';

/** The name of jobs that train a trial. */
export const TRAIN_TRIAL = 'train';

/** A trial to be trained by a worker: plain data. */
export interface SweepJob {
  /** The absolute path of the sweep's folder. */
  readonly folder: string;
  readonly trial: Trial;
}

/** Where a sweep keeps what came of its trials, and the states of those that were stopped. */
export const trialsIn = (folder: string): string => join(folder, 'trials');

/** Where a sweep keeps the state of a trial: all that decides the trial counts, which sweep has asked for it does not. */
export function trialFolder(
  folder: string,
  { layers, hyperparameters, seed, trainingCount }: Trial,
): string {
  const settings = canonicalJson({ layers, hyperparameters, seed, trainingCount });
  const name = createHash('sha256').update(settings).digest('hex').slice(0, 16);
  return join(trialsIn(folder), name);
}

/**
 * Makes sure that a job that somebody else has sent is one, and touches nothing but what it may.
 *
 * @param check refuses paths
 * @throws Error where it is no job, there is no such sweep, or its folder is one that `check` refuses
 */
export function taskOf(job: unknown, check: PathCheck): TrialTask {
  const { folder, trial: given } = fieldsOf(job);
  if (!isText(folder)) {
    throw new Error(`expected a trial of a sweep as this version gives it, found ${quote(job)}`);
  }
  const trial = checkTrial(given, 'trial');
  const checkpoints = trialFolder(folder, trial);
  check(checkpoints);
  if (!existsSync(trialsIn(folder))) {
    throw new Error(
      `${folder}: expected the folder of a sweep that all machines share, found none; mount it on this one, too`,
    );
  }
  return { trial, checkpoints };
}
