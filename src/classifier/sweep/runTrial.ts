import { sliceDigits } from '../../digits/digitSet';
import { createRandom } from '../../numbers/random';
import type { TrainingSplit } from '../../digits/split';
import { startEngine } from '../../engine/engine';
import { createNetwork } from '../network';
import { trainNetwork, type TrainingOptions } from '../trainNetwork';
import type { Trial, TrialResult } from './trial';

function misfit(found: string, cause?: unknown): Error {
  return new Error(`expected layers that fit together, found: ${found}`, { cause });
}

function build({ layers, seed }: Trial): ReturnType<typeof createNetwork> {
  let model: ReturnType<typeof createNetwork>;
  try {
    model = createNetwork(layers, createRandom(seed));
  } catch (error) {
    throw misfit((error as Error).message, error);
  }
  // To tfjs a layer that leaves nothing is no error; engines crash on it.
  const empty = model.layers.find((layer) => (layer.outputShape as number[]).includes(0));
  if (empty) throw misfit(`${empty.name}, of which nothing is left`);
  return model;
}

/**
 * Trains the network of a trial and measures it on the validation digits, in this process.
 *
 * @param trial as `planSweep` plans it
 * @param split the digits; of those for training, the first `trial.trainingCount` are used
 * @param options what to call on the way, and where to keep the state; see {@link TrainingOptions}
 * @returns the log of the training, or why there is none: the network can't be built, or diverges
 * @throws RangeError where there are fewer training digits
 * @throws Error where no engine runs
 */
export async function runTrial(
  trial: Trial,
  { training, validation }: TrainingSplit,
  options: Omit<TrainingOptions, 'seed'> = {},
): Promise<TrialResult> {
  const { hyperparameters, seed, trainingCount } = trial;
  const digits = { training: sliceDigits(training, 0, trainingCount), validation };
  const engine = await startEngine();
  try {
    const model = build(trial);
    try {
      const result = await trainNetwork(model, digits, hyperparameters, {
        ...options,
        seed,
      });
      return { trial, engine: engine.name, parameters: model.countParams(), ...result };
    } finally {
      model.dispose();
    }
  } catch (error) {
    return { trial, error: (error as Error).message };
  }
}
