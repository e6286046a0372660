import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import type { DetectorValues, FoldedDetector } from '../../../src/reader/detector/detectorWeights';
import { readReader } from '../../../src/reader/folder/readerFolder';
import {
  detectorRecipe,
  trainDetector,
  type DetectorHyperparameters,
  type RoundResult,
} from '../../../src/learning/detector/trainDetector';
import type { TrainingCrop } from '../../../src/learning/detector/trainingCrop';
import { makeTrainingCrops } from './crops';

let crops: readonly TrainingCrop[];
beforeAll(async () => {
  await startEngine();
  crops = await makeTrainingCrops(4);
});

const tiny: DetectorHyperparameters = {
  ...detectorRecipe,
  rounds: 2,
  cropsARound: 2,
  passes: 2,
  batchSize: 2,
};
const make = (first: number, count: number): Promise<readonly TrainingCrop[]> =>
  Promise.resolve(crops.slice(first, first + count));

function train(options: { checkpoints?: string; rounds?: number } = {}): Promise<{
  values: DetectorValues;
  history: readonly RoundResult[];
}> {
  const { checkpoints, rounds = tiny.rounds } = options;
  let stopAfter = rounds;
  return trainDetector(tiny, {
    seed: 1,
    make,
    validation: crops.slice(0, 1),
    ...(checkpoints && { checkpoints }),
    onRound: () => {
      if (--stopAfter === 0 && rounds < tiny.rounds) throw new Error('stopped');
    },
  });
}

describe('training a detector', () => {
  it('goes on from what another has learned', async () => {
    const before = tf.memory().numTensors;
    const { folded } = readReader('reader');
    const lossAtFirst = async (from?: FoldedDetector): Promise<number> => {
      const { history } = await trainDetector(
        { ...tiny, rounds: 1 },
        { seed: 1, make, ...(from && { from }), validation: crops.slice(0, 1) },
      );
      return history[0].loss;
    };
    expect(await lossAtFirst(folded)).toBeLessThan(0.5 * (await lossAtFirst()));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('goes on after a stop as if there had been none, and leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const whole = await train();
    const folder = mkdtempSync(join(tmpdir(), 'detector-'));
    await expect(train({ checkpoints: folder, rounds: 1 })).rejects.toThrow('stopped');
    const resumed = await train({ checkpoints: folder });
    rmSync(folder, { recursive: true });
    expect(resumed.history.map(({ loss }) => loss)).toEqual(whole.history.map(({ loss }) => loss));
    expect(resumed.values).toEqual(whole.values);
    expect(whole.history[1].validation).toBeDefined();
    expect(tf.memory().numTensors).toBe(before);
  });
});
