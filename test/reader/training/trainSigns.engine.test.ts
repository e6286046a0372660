import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { decodeSigns, encodeSigns } from '../../../src/reader/signs/signBytes';
import { createSignNetwork } from '../../../src/reader/signs/signNetwork';
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

describe('the bytes of a network of signs', () => {
  it('give the network back, but for rounding', () => {
    const model = createSignNetwork(createRandom(2));
    const bytes = encodeSigns(model);
    const again = decodeSigns(bytes);
    weightsOf(model).forEach((values, weight) => {
      const others = weightsOf(again)[weight];
      values.forEach((value, at) => {
        if (Math.abs(value - others[at]) > 1e-3) throw new Error(`${value} became ${others[at]}`);
      });
    });
    expect(() => decodeSigns(bytes.subarray(2))).toThrow(
      /expected \d+ bytes of a page reader's network of signs, found \d+/,
    );
    model.dispose();
    again.dispose();
  });
});
