import type * as tf from '@tensorflow/tfjs-core';
import type { Adam } from './adam';
import { readCheckpoint, writeCheckpoint } from './checkpoint';
import { readVariables, writeVariables } from './weights';

/** A training of any network, as far as all are alike. */
export interface Course<Result> {
  /** Which training it is: seed, hyperparameters and data. A state only fits its own. */
  readonly identity: string;
  /** All that the optimiser or normalisation changes. */
  readonly variables: readonly tf.Variable[];
  readonly optimizer: Adam;
  /** The weights that the training shall end with, were it to end now. */
  readonly outcome: {
    /** Asked after every epoch, which is the last one of the history. */
    readonly read: (history: readonly Result[]) => readonly Float32Array[];
    /** Called where a training goes on. */
    readonly write: (values: readonly Float32Array[]) => void;
  };
  /** Whether it is over, given what came of the epochs so far. */
  readonly isOver: (history: readonly Result[]) => boolean;
  /** Learns for an epoch, counted from 1, and says what came of it. */
  readonly runEpoch: (epoch: number) => Promise<Result>;
  /** Called where a training goes on, with the results of the epochs before. */
  readonly onResume?: ((history: readonly Result[]) => void) | undefined;
  /** Called after every epoch with all results so far; the training waits for it. */
  readonly onEpoch?: ((history: readonly Result[]) => void | Promise<void>) | undefined;
  /** Folder to keep the state in after every epoch, so that a stopped training can go on. */
  readonly checkpoints?: string | undefined;
}

/**
 * Runs a training from its last whole epoch on, or from the first.
 *
 * What is kept after each epoch is all that it takes to go on, so that a training that was stopped and resumed
 * ends as if it had not been, as long as an epoch's chance depends on the seed and its number alone.
 *
 * @returns what came of each epoch
 * @throws Error where the folder of checkpoints holds another training's state, or a damaged one
 */
export async function runEpochs<Result>(course: Course<Result>): Promise<readonly Result[]> {
  const { identity, variables, optimizer, outcome, isOver, checkpoints } = course;
  const history: Result[] = [];
  const resumed = checkpoints ? readCheckpoint<Result>(checkpoints, identity) : undefined;
  if (resumed) {
    history.push(...resumed.history);
    writeVariables(variables, resumed.weights);
    outcome.write(resumed.outcome);
    optimizer.restore(resumed.optimizer);
    course.onResume?.(history);
  }
  while (!isOver(history)) {
    history.push(await course.runEpoch(history.length + 1));
    const kept = outcome.read(history);
    if (checkpoints) {
      writeCheckpoint(checkpoints, {
        identity,
        history,
        weights: readVariables(variables),
        outcome: kept,
        optimizer: optimizer.state(),
      });
    }
    await course.onEpoch?.(history);
  }
  return history;
}
