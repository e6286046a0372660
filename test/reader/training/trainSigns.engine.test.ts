import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { decodeSigns, encodeSigns } from '../../../src/reader/signs/signBytes';
import { createSignClassifier } from '../../../src/reader/signs/signClassifier';
import { WINDOW_SIDE } from '../../../src/reader/signs/signWindow';
import { createSignNetwork, foldSigns } from '../../../src/reader/training/signModel';
import {
  signRecipe,
  trainSigns,
  type SignHyperparameters,
  type SignRound,
} from '../../../src/reader/training/trainSigns';
import type { TrainingCrop } from '../../../src/reader/training/trainingCrop';
import { makeTrainingCrops } from './crops';

let crops: readonly TrainingCrop[];
beforeAll(async () => {
  await startEngine();
  crops = await makeTrainingCrops(9);
});

const tiny: SignHyperparameters = {
  ...signRecipe,
  rounds: 3,
  cropsARound: 3,
  passes: 1,
  batchSize: 16,
};

async function train(options: { checkpoints?: string; stopAfter?: number } = {}): Promise<{
  model: LayersModel;
  history: readonly SignRound[];
}> {
  const { checkpoints, stopAfter } = options;
  const model = createSignNetwork(createRandom(1));
  const history = await trainSigns(model, tiny, {
    seed: 1,
    makeCrops: (first, count) => Promise.resolve(crops.slice(first, first + count)),
    validation: crops.slice(0, 2),
    checkpoints,
    onRound: (rounds) => {
      if (rounds.length === stopAfter) throw new Error('stopped');
    },
  });
  return { model, history };
}

const weightsOf = (model: LayersModel): number[][] =>
  model.getWeights().map((weight) => Array.from(weight.dataSync()));

describe('training to tell signs apart', () => {
  it('goes on after a stop as if there had been none, and leaves no tensors behind', async () => {
    const whole = await train();
    const folder = mkdtempSync(join(tmpdir(), 'signs-'));
    await expect(train({ checkpoints: folder, stopAfter: 2 })).rejects.toThrow('stopped');
    const before = tf.memory().numTensors;
    const resumed = await train({ checkpoints: folder });
    rmSync(folder, { recursive: true });
    expect(resumed.history.map(({ loss }) => loss)).toEqual(whole.history.map(({ loss }) => loss));
    expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
    const { length } = resumed.model.weights;
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(length);
  });
});

describe('a network of signs that has learned', () => {
  it('answers the same once it is folded, written and read', async () => {
    const model = createSignNetwork(createRandom(2));
    // Statistics as a training leaves them.
    model.setWeights(
      model.getWeights().map((weight) => tf.add(weight, tf.randomUniform(weight.shape, 0, 0.1))),
    );
    const random = createRandom(3);
    const windows = Float32Array.from({ length: 3 * WINDOW_SIDE ** 2 }, () => random.normal());
    const shaped = tf.tensor4d(windows, [3, WINDOW_SIDE, WINDOW_SIDE, 1]);
    const expected = (model.predict(shaped) as tf.Tensor).dataSync();
    const bytes = encodeSigns(foldSigns(model));
    const classify = createSignClassifier(decodeSigns(bytes));
    (await classify(windows, 3)).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at], 2);
    });
    expect(() => decodeSigns(bytes.subarray(2))).toThrow(
      /expected \d+ bytes of a page reader's network of signs, found \d+/,
    );
    classify.dispose();
    model.dispose();
  });
});
