import { sliceDigits } from '../../data/digitSet';
import { loadMnist } from '../../data/mnist';
import { createRandom } from '../../data/random';
import { startEngine } from '../../engine/engine';
import { buildNetwork } from '../../model/network';
import { findPreset } from '../../model/presets';
import { trainNetwork } from '../../model/training';
import { exampleNetwork } from '../exampleNetwork';
import type { Figures } from '../measure';
import { peakMegabytes, runTask } from './runTask';

const WARM_UP_STEPS = 10;

/**
 * Measures one epoch, warm: from the call to the end of the last step, before validation.
 *
 * @param name `example` or the name of a preset
 * @param digits how many digits to train on
 */
async function trainEpoch(name: string, digits: string): Promise<Figures> {
  await startEngine();
  const { layers, hyperparameters } = name === 'example' ? exampleNetwork : findPreset(name);
  const oneEpoch = { ...hyperparameters, epochs: 1 };
  const { train } = await loadMnist();
  const model = buildNetwork(layers, createRandom(1));

  const secondsWith = async (count: number): Promise<number> => {
    const split = { training: sliceDigits(train, 0, count), validation: sliceDigits(train, 0, 1) };
    const start = performance.now();
    let end = start;
    const onStep = (): void => {
      end = performance.now();
    };
    await trainNetwork(model, split, oneEpoch, { seed: 1, onStep });
    return (end - start) / 1000;
  };
  await secondsWith(WARM_UP_STEPS * hyperparameters.batchSize);
  return { seconds: await secondsWith(Number(digits)), peakMegabytes: peakMegabytes() };
}

runTask(trainEpoch);
