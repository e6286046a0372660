import { join } from 'node:path';
import type * as tfl from '@tensorflow/tfjs-layers';
import type { EpochResult } from '../classifier/epochResult';
import type { Hyperparameters } from '../classifier/settings/presets';
import {
  describeTraining,
  trainNetwork,
  type TrainingProgress,
  type TrainingResult,
} from '../classifier/trainNetwork';
import type { TrainingSplit } from '../digits/split';
import { sha256 } from '../files/wholeFile';
import { deleteCheckpoints } from '../training/checkpoint';
import { trainingHistoryFigure } from '../view/figures/trainingHistoryFigure';
import { titled } from '../view/theme';
import { liveFigure } from './liveFigure';

/** The first step of this run: the first of all, or of those after an interruption. */
interface Beginning {
  readonly time: number;
  readonly step: number;
}

/** Before so many steps nothing is said of the time that is left: the first ones are no measure. */
const MEASURED_STEPS = 10;

/** Where a training is, in words. */
function whereItIs(
  { step, steps, epoch, epochs, learningRate }: TrainingProgress,
  begin: Beginning,
): string {
  const where = `Epoch ${epoch} of ${epochs}, learning rate ${learningRate.toPrecision(2)}`;
  const taken = step - begin.step;
  if (taken < MEASURED_STEPS) return where;
  const seconds = (performance.now() - begin.time) / 1000;
  const left = (seconds * (steps - step)) / taken;
  const time = left < 90 ? `${Math.ceil(left)} s` : `${Math.round(left / 60)} min`;
  return `${where}, ${time} left`;
}

export interface ChartedTrainingOptions {
  /** Decides shuffling, variations and dropout. */
  readonly seed: number;
  /** The folder that keeps the states of trainings, each in a folder of its own, so that interrupted ones can go on. */
  readonly checkpoints: string;
}

/**
 * Trains a network in a notebook's cell as `trainNetwork` does, under a chart that grows.
 *
 * Interrupting the kernel stops it: the network then has the weights of its best epoch so far, and running the cell
 * again goes on from the last whole epoch, to the same end as without the interruption.
 *
 * @param network a chain of layers that ends in softmax; its weights are changed
 * @param split digits of 28x28 pixels
 * @throws Error outside a notebook, where the kernel is interrupted, and as `trainNetwork` does
 */
export async function trainWithChart(
  network: tfl.LayersModel,
  split: TrainingSplit,
  hyperparameters: Hyperparameters,
  { seed, checkpoints }: ChartedTrainingOptions,
): Promise<TrainingResult> {
  const { epochs } = hyperparameters;
  const identity = describeTraining(network, split, hyperparameters, seed);
  const folder = join(checkpoints, sha256(Buffer.from(identity)).slice(0, 16));
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort(new Error('the training was interrupted'));
  };
  let history: readonly EpochResult[] = [];
  const keep = (soFar: readonly EpochResult[]): void => {
    history = [...soFar];
  };
  const chart = await liveFigure(trainingHistoryFigure(history, epochs));
  // Not before something was awaited: while a cell begins, Node holds back all handlers, and one that comes then would
  // lose the others.
  process.once('SIGINT', interrupt);
  let begin: Beginning | undefined;
  const batches = { x: [] as number[], loss: [] as number[] };
  try {
    const result = await trainNetwork(network, split, hyperparameters, {
      seed,
      checkpoints: folder,
      signal: interruption.signal,
      onStep: (progress) => {
        begin ??= { time: performance.now(), step: progress.step };
        const { step, steps, batchLoss } = progress;
        batches.x.push((step / steps) * epochs);
        batches.loss.push(batchLoss);
        const drawn = trainingHistoryFigure(history, epochs, progress, batches);
        return chart.update(titled(drawn, whereItIs(progress, begin)));
      },
      onResume: keep,
      onEpoch: keep,
    });
    deleteCheckpoints(folder);
    await chart.finish(
      trainingHistoryFigure(result.history, result.history.length, undefined, batches),
    );
    return result;
  } catch (error) {
    const stopped =
      history.length === 0
        ? 'Stopped before the first epoch was over'
        : `Stopped after epoch ${history.length} of ${epochs}: run the cell again to go on`;
    await chart.finish(titled(trainingHistoryFigure(history, epochs), stopped));
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}
