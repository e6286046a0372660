import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder } from '../../files/projectFolder';
import { isFinished, type Trial, type TrialResult } from './trial';
import { lastLines, run } from '../../processes/childProcess';
import { forEachAtOnce } from '../../processes/forEachAtOnce';
import { makeFolder } from '../../files/makeFolder';
import { withLock } from '../../files/lock';
import { recall, remember } from '../../files/memory';
import { TRAIN_TRIAL, trialFolder, trialsIn, type SweepJob } from './sweepJob';
import type { TrialMessage, TrialTask } from './trialProcess';

/** How far a sweep is. */
export interface SweepProgress {
  /** Steps of the optimiser done and to do, over all trials. */
  readonly step: number;
  readonly steps: number;
}

export interface SweepOptions {
  /** Keeps what came of the trials, and the states of those that were stopped. */
  readonly folder: string;
  /** How many trials to train at once. @default as many as there are cores */
  readonly processes?: number;
  /**
   * The address of a Redis server whose workers train, all trials at once; they share the folder.
   *
   * @default processes of this machine train
   */
  readonly queue?: string;
  /** Called as the trainings go on. */
  readonly onProgress?: (progress: SweepProgress) => void;
  /** Called with every trial that is over, those of an earlier run first. */
  readonly onResult?: (result: TrialResult, isKept: boolean) => void;
}

const stepsOf = ({ hyperparameters: { epochs, batchSize }, trainingCount }: Trial): number =>
  epochs * Math.ceil(trainingCount / batchSize);

/** Trains a trial in a process of its own; one that dies has failed. */
export async function runTrialElsewhere(
  task: TrialTask,
  threads: number,
  onStep: (step: number) => void,
): Promise<TrialResult> {
  const { trial } = task;
  let result: TrialResult | undefined;
  const { output } = await run(
    process.execPath,
    [join(projectFolder(), 'dist', 'classifier', 'sweep', 'trialProcess.js')],
    {
      // What TensorFlow's library reads as it loads; it takes all cores otherwise.
      environment: {
        TF_NUM_INTRAOP_THREADS: String(threads),
        TF_NUM_INTEROP_THREADS: String(threads),
      },
      message: task,
      onMessage: (message) => {
        const told = message as TrialMessage;
        if ('result' in told) result = told.result;
        else onStep(told.step);
      },
    },
  );
  return result ?? { trial, error: `the process ended: ${lastLines(output)}` };
}

interface Trainer {
  readonly train: (job: SweepJob, onStep: (step: number) => void) => Promise<TrialResult>;
  readonly close: () => Promise<void>;
}

/** What trains trials: workers of a queue, or processes of this machine that share its cores. */
async function trainerFor(queue: string | undefined, atOnce: number): Promise<Trainer> {
  if (queue === undefined) {
    const threads = Math.max(1, Math.floor(availableParallelism() / atOnce));
    return {
      train: ({ folder, trial }, onStep) => {
        const task = { trial, checkpoints: trialFolder(folder, trial) };
        return runTrialElsewhere(task, threads, onStep);
      },
      close: () => Promise.resolve(),
    };
  }
  const { openJobQueue } = await import('../../processes/jobQueue.js');
  const { run: runJob, close } = await openJobQueue(queue);
  return {
    train: async (job, onStep) => {
      try {
        return (await runJob(TRAIN_TRIAL, job, onStep)) as TrialResult;
      } catch (error) {
        return { trial: job.trial, error: (error as Error).message };
      }
    },
    close,
  };
}

/**
 * Trains the trials of a sweep, each in a process of its own, several at once.
 *
 * What came of a trial is kept in the folder, so that no later sweep trains it again, and a trial that was
 * stopped goes on after its last epoch; one that failed is tried again. Ctrl-C ends the processes, too.
 *
 * @param trials as `planSweep` plans them
 * @returns what came of them, in the same order; a trial that fails does not keep others from running
 */
export function runSweep(
  trials: readonly Trial[],
  { processes = availableParallelism(), queue, onProgress, onResult, ...options }: SweepOptions,
): Promise<TrialResult[]> {
  const folder = resolve(options.folder);
  const kept = trialsIn(folder);
  makeFolder(kept);
  return withLock(join(kept, '.lock'), async () => {
    const results = new Map<Trial, TrialResult>();
    for (const trial of trials) {
      const path = trialFolder(folder, trial);
      const result = recall(`${path}.json`) as TrialResult | undefined;
      if (!result) continue;
      // Another sweep may have named other settings for the same training.
      results.set(trial, { ...result, trial });
      // A sweep that was killed right then has kept the result, and not yet removed the state.
      rmSync(path, { recursive: true, force: true });
    }
    for (const result of results.values()) onResult?.(result, true);

    const waiting = trials.filter((trial) => !results.has(trial));
    // Not of those that wait: what is calculated depends a little on the number of threads, so that a sweep that goes on
    // would come to something else.
    const atOnce = queue === undefined ? Math.min(processes, trials.length) : trials.length;
    const { train, close } = await trainerFor(queue, atOnce);
    const steps = waiting.reduce((total, trial) => total + stepsOf(trial), 0);
    const done = new Map<Trial, number>();
    const advance = (trial: Trial, step: number): void => {
      done.set(trial, step);
      onProgress?.({ step: [...done.values()].reduce((total, one) => total + one, 0), steps });
    };
    const work = forEachAtOnce(waiting, atOnce, async (trial) => {
      const path = trialFolder(folder, trial);
      const result = await train({ folder, trial }, (step) => {
        advance(trial, step);
      });
      if (isFinished(result)) {
        remember(`${path}.json`, result);
        rmSync(path, { recursive: true, force: true });
      }
      results.set(trial, result);
      advance(trial, stepsOf(trial));
      onResult?.(result, false);
    });
    await work.finally(close);
    return trials.map((trial) => results.get(trial)!);
  });
}
