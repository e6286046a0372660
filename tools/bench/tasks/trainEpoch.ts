import { sliceDigits, type DigitSet } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { startEngine } from '../../../src/engine/engine';
import { preferThroughput } from '../../../src/engine/preferThroughput';
import { createNetwork } from '../../../src/classifier/network';
import { findPreset } from '../../../src/classifier/settings/presets';
import { trainNetwork } from '../../../src/classifier/trainNetwork';
import { exampleNetwork } from '../exampleNetwork';
import type { Figures } from '../measure';
import { peakMegabytes, runTask } from './runTask';

const WARM_UP_STEPS = 10;

/** The digits, and the first of them once more: what the steps to warm up take comes on top. */
function withMore({ images, labels, count, ...size }: DigitSet, more: number): DigitSet {
  const pixels = size.height * size.width;
  return {
    ...size,
    count: count + more,
    images: Buffer.concat([images, images.subarray(0, more * pixels)]),
    labels: Buffer.concat([labels, labels.subarray(0, more)]),
  };
}

/**
 * Measures one epoch, warm: from the end of the last step to warm up to the end of the last step of all.
 *
 * @param name `example` or the name of a preset
 * @param digits how many digits to train on
 */
async function trainEpoch(name: string, digits: string): Promise<Figures> {
  preferThroughput();
  await startEngine();
  const { layers, hyperparameters } = name === 'example' ? exampleNetwork : findPreset(name);
  const { train } = await loadMnist();
  const split = {
    training: withMore(
      sliceDigits(train, 0, Number(digits)),
      WARM_UP_STEPS * hyperparameters.batchSize,
    ),
    validation: sliceDigits(train, 0, 1),
  };
  let [start, end] = [NaN, NaN];
  await trainNetwork(
    createNetwork(layers, createRandom(1)),
    split,
    { ...hyperparameters, epochs: 1 },
    {
      seed: 1,
      onStep: ({ step }) => {
        end = performance.now();
        if (step === WARM_UP_STEPS) start = end;
      },
    },
  );
  return { seconds: (end - start) / 1000, peakMegabytes: peakMegabytes() };
}

runTask(trainEpoch);
