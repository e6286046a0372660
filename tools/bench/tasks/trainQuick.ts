import { loadMnist } from '../../../src/digits/mnist';
import { splitTraining } from '../../../src/digits/split';
import { preferThroughput } from '../../../src/engine/preferThroughput';
import { makeModel } from '../../../src/classifier/makeModel';
import type { Figures } from '../measure';
import { runTask } from './runTask';

/** The share of right answers that counts as having arrived. */
const MIN_ACCURACY = 0.99;

/**
 * Trains `quick` as `npm run train` does and measures the time from the start of the process to the end
 * of the last epoch, which counts if the test digits are read well enough then.
 *
 * @param folder for the model
 */
async function trainQuick(folder: string): Promise<Figures> {
  preferThroughput();
  const started = Number(process.env.BENCH_STARTED);
  let seconds = NaN;
  const mnist = await loadMnist();
  const digits = { ...splitTraining(mnist.train), test: mnist.test };
  const { test, trainings } = await makeModel(digits, {
    preset: 'quick',
    seed: Number(process.env.BENCH_SEED),
    folder,
    resume: false,
    onEpoch: () => {
      seconds = Date.now() / 1000 - started;
    },
  });
  const accuracy = 100 * test.accuracy;
  if (test.accuracy < MIN_ACCURACY) {
    throw new Error(`expected 99 % of the test digits right, found ${accuracy.toFixed(2)} %`);
  }
  return { seconds, accuracy, epochs: trainings[0].history.length };
}

runTask(trainQuick);
