import { sliceDigits } from '../../data/digitSet';
import { createRandom } from '../../data/random';
import type { TrainingSplit } from '../../data/split';
import { startEngine } from '../../engine/engine';
import { buildNetwork } from '../network';
import { trainNetwork, type TrainingOptions } from '../training';
import type { Trial, TrialResult } from './trial';

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
  const { layers, hyperparameters, seed, trainingCount } = trial;
  const digits = { training: sliceDigits(training, 0, trainingCount), validation };
  const engine = await startEngine();
  try {
    const model = buildNetwork(layers, createRandom(seed));
    const parameters = model.countParams();
    const result = await trainNetwork(model, digits, hyperparameters, { ...options, seed });
    model.dispose();
    return { trial, engine: engine.name, parameters, ...result };
  } catch (error) {
    return { trial, error: (error as Error).message };
  }
}
