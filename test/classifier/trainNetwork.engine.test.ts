import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifyDigits } from '../../src/classifier/classify';
import type { EpochResult } from '../../src/classifier/epochResult';
import { evaluate } from '../../src/classifier/evaluation/evaluation';
import { createNetwork } from '../../src/classifier/network';
import { findPreset, type Hyperparameters } from '../../src/classifier/settings/presets';
import { trainNetwork, type TrainingOptions } from '../../src/classifier/trainNetwork';
import { sliceDigits } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import type { TrainingSplit } from '../../src/digits/split';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { smallLayers, temporaryFolder, weightsOf } from './smallNetwork';

const { layers, hyperparameters } = findPreset('quick');
const small: Hyperparameters = {
  ...findPreset('standard').hyperparameters,
  epochs: 3,
  batchSize: 100,
};

let split: TrainingSplit;
let tiny: TrainingSplit;

beforeAll(async () => {
  await startEngine();
  const { train } = await loadMnist();
  split = {
    training: sliceDigits(train, 0, 4_000),
    validation: sliceDigits(train, 59_000, 60_000),
  };
  tiny = {
    training: sliceDigits(train, 0, 300),
    validation: sliceDigits(train, 59_900, 60_000),
  };
});

/** History without the only thing that differs from run to run. */
const timeless = (history: readonly EpochResult[]): object[] =>
  history.map((result) => ({ ...result, seconds: 0 }));

async function trainSmall(options: TrainingOptions, changes: Partial<Hyperparameters> = {}) {
  const model = createNetwork(smallLayers, createRandom(options.seed));
  const { history, bestEpoch } = await trainNetwork(model, tiny, { ...small, ...changes }, options);
  return { model, history, bestEpoch };
}

describe('training', () => {
  // Usually 95.7 %; the floor leaves room for other engines' rounding.
  it('reaches 94 % on validation digits with 4,000 digits and two epochs of quick', async () => {
    const model = createNetwork(layers, createRandom(1));
    const before = tf.memory().numTensors;
    const steps: number[] = [];
    const { history } = await trainNetwork(model, split, hyperparameters, {
      seed: 1,
      onStep: ({ step }) => void steps.push(step),
    });
    expect(history.at(-1)!.validationAccuracy).toBeGreaterThan(0.94);
    expect(history[1].loss).toBeLessThan(history[0].loss);
    expect(steps).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives the same network for the same seed, to the last bit, and another for another', async () => {
    const [first, again, other] = [
      await trainSmall({ seed: 5 }),
      await trainSmall({ seed: 5 }),
      await trainSmall({ seed: 6 }),
    ];
    expect(weightsOf(again.model)).toEqual(weightsOf(first.model));
    expect(timeless(again.history)).toEqual(timeless(first.history));
    expect(weightsOf(other.model)).not.toEqual(weightsOf(first.model));
  });

  it('ends the same when it was stopped and resumed', async () => {
    const whole = await trainSmall({ seed: 5 });
    const checkpoints = temporaryFolder();
    const stop = ({ step }: { step: number }): void => {
      if (step === 5) throw new Error('killed');
    };
    await expect(trainSmall({ seed: 5, checkpoints, onStep: stop })).rejects.toThrow('killed');
    expect(readdirSync(checkpoints)).toEqual(['checkpoint-0001']);
    const steps: number[] = [];
    const resumed = await trainSmall({
      seed: 5,
      checkpoints,
      onStep: ({ step }) => void steps.push(step),
    });
    expect(steps[0]).toBe(4);
    expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
    expect(timeless(resumed.history)).toEqual(timeless(whole.history));
  });

  it('stops by a signal with the best weights so far, and goes on to the same end', async () => {
    const whole = await trainSmall({ seed: 5 });
    const checkpoints = temporaryFolder();
    const model = createNetwork(smallLayers, createRandom(5));
    const before = tf.memory().numTensors;
    const interruption = new AbortController();
    let afterFirst: number[][] = [];
    let known = 0;
    const train = (signal?: AbortSignal) =>
      trainNetwork(model, tiny, small, {
        seed: 5,
        checkpoints,
        ...(signal && { signal }),
        onResume: ({ length }) => (known = length),
        onEpoch: (history) => {
          if (history.length === 1) afterFirst = weightsOf(model);
        },
        onStep: ({ epoch, step, steps }) => {
          if (epoch === 2 && step < steps) interruption.abort(new Error('enough'));
        },
      });
    await expect(train(interruption.signal)).rejects.toThrow('enough');
    expect(weightsOf(model)).toEqual(afterFirst);
    expect(tf.memory().numTensors).toBe(before);
    const { history } = await train();
    expect(known).toBe(1);
    expect(weightsOf(model)).toEqual(weightsOf(whole.model));
    expect(timeless(history)).toEqual(timeless(whole.history));
  });

  it('does not go on with the state of another training', async () => {
    const checkpoints = temporaryFolder();
    await trainSmall({ seed: 5, checkpoints }, { epochs: 1 });
    await expect(trainSmall({ seed: 6, checkpoints }, { epochs: 1 })).rejects.toThrow(
      'resume with the same settings or choose another folder',
    );
  });

  it('does not go on with a state that is damaged', async () => {
    const checkpoints = temporaryFolder();
    await trainSmall({ seed: 5, checkpoints }, { epochs: 1 });
    truncateSync(join(checkpoints, 'checkpoint-0001', 'numbers.bin'), 400);
    await expect(trainSmall({ seed: 5, checkpoints }, { epochs: 1 })).rejects.toThrow(
      /checkpoint-0001: expected the whole state of a training, found: 400 bytes of numbers instead of/,
    );
  });

  it.each([
    [{ epochs: 0 }, 'epochs: expected a whole number from 1 to 999, found 0'],
    [{ epochs: 2.5 }, 'found 2.5'],
    [{ batchSize: -1 }, 'batchSize: expected a whole number from 1 to 10000, found -1'],
    [{ learningRate: 0 }, 'learningRate: expected a number above 0, found 0'],
    [{ warmUp: 1.5 }, 'warmUp: expected a number from 0, below 1, found 1.5'],
  ])('refuses %j', async (changes, message) => {
    await expect(trainSmall({ seed: 5 }, changes)).rejects.toThrow(message);
  });

  it('leaves alone what else its hyperparameters hold', async () => {
    const { history } = await trainSmall({ seed: 5 }, { epochs: 1, page: 'photo.jpg' } as object);
    expect(history).toHaveLength(1);
  });

  it('refuses a seed whose epochs could not be told apart', async () => {
    await expect(trainSmall({ seed: 2 ** 40 })).rejects.toThrow('seed: expected a whole number');
  });

  it('says so where the network diverges', async () => {
    const model = createNetwork(layers, createRandom(1));
    const wild = { ...hyperparameters, batchSize: 50, learningRate: 1e30 };
    await expect(trainNetwork(model, tiny, wild, { seed: 1 })).rejects.toThrow(
      /expected a finite loss, found NaN in step \d+: .*smaller learning rate/,
    );
  });

  it('stops early where the validation digits gain nothing, and keeps the best weights', async () => {
    // A learning rate this large ruins the network after the first epochs.
    const { model, history, bestEpoch } = await trainSmall(
      { seed: 5 },
      { learningRate: 3, warmUp: 0.9, epochs: 30, patience: 3 },
    );
    expect(history.length).toBe(bestEpoch + 3);
    const { images, labels, count } = tiny.validation;
    const { accuracy } = evaluate(await classifyDigits(model, images, count), labels);
    expect(accuracy).toBe(history[bestEpoch - 1].validationAccuracy);
    expect(accuracy).toBe(Math.max(...history.map((result) => result.validationAccuracy)));
  });
});
