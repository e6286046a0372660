import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMnist } from '../../../src/digits/mnist';
import { loadPageFonts } from '../../../src/pages/text/pageFonts';
import { createDigitPool } from '../../../src/pages/hand/digitPool';
import { sliceDigits } from '../../../src/digits/digitSet';
import { createRandom } from '../../../src/numbers/random';
import { startEngine } from '../../../src/engine/engine';
import { decodeDetector, encodeDetector } from '../../../src/reader/detector/detectorBytes';
import { generateTrainingCrop, type TrainingCrop } from '../../../src/reader/training/trainingCrop';
import { readReader } from '../../../src/reader/folder/readerFolder';
import {
  createDetector,
  detectorAnswers,
  detectorTensors,
} from '../../../src/reader/detector/detector';
import { detectorLoss } from '../../../src/reader/training/detectorLoss';
import {
  detectorRecipe,
  trainDetector,
  type RoundResult,
  type DetectorHyperparameters,
} from '../../../src/reader/training/trainDetector';
import {
  averageDetectors,
  createDetectorWeights,
  foldDetector,
  learningAnswers,
  detectorVariables,
  unfoldDetector,
  type FoldedDetector,
  type DetectorValues,
  type DetectorWeights,
} from '../../../src/reader/detector/detectorWeights';
import { CELLS, detectorTargets, TARGETS } from '../../../src/reader/training/detectorTargets';

let crops: readonly TrainingCrop[];
beforeAll(async () => {
  await startEngine();
  const { train } = await loadMnist();
  const pool = createDigitPool(sliceDigits(train, 0, 2_000), loadPageFonts());
  crops = Array.from({ length: 12 }, (_, seed) => generateTrainingCrop(pool, createRandom(seed)));
});

const tiny: DetectorHyperparameters = {
  ...detectorRecipe,
  rounds: 3,
  cropsARound: 4,
  passes: 2,
  batchSize: 2,
};
const makeCrops = (first: number, count: number): Promise<readonly TrainingCrop[]> =>
  Promise.resolve(crops.slice(first, first + count));

function train(options: { checkpoints?: string; rounds?: number } = {}): Promise<{
  values: DetectorValues;
  history: readonly RoundResult[];
}> {
  const { checkpoints, rounds = 3 } = options;
  let stopAfter = rounds;
  return trainDetector(tiny, {
    seed: 1,
    makeCrops,
    validation: crops.slice(0, 1),
    ...(checkpoints && { checkpoints }),
    onRound: () => {
      if (--stopAfter === 0 && rounds < tiny.rounds) throw new Error('stopped');
    },
  });
}

describe('a crop to learn from', () => {
  it('has contrast, and digits of the sizes that are taught alone', () => {
    const sizes = crops.flatMap(({ digits }) => digits.map(({ box }) => box.y1 - box.y0));
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(44);
    // Some may be empty screens.
    const seen = crops.filter(({ contrast }) => contrast.some((value) => value !== 0));
    expect(seen.length).toBeGreaterThanOrEqual(10);
  });
});

describe('the loss of the detector', () => {
  const lossOf = (answers: tf.Tensor4D, crop: TrainingCrop): number =>
    tf.tidy(() => {
      const { values, digits } = detectorTargets(crop);
      return detectorLoss(
        answers,
        tf.tensor4d(values, [1, CELLS, CELLS, TARGETS.count]),
        tf.tensor3d(digits, [1, CELLS, CELLS], 'int32'),
      ).total.dataSync()[0];
    });

  it('is near its least for answers that are right', () => {
    const crop = crops.find(({ digits }) => digits.length > 2)!;
    const { values, digits } = detectorTargets(crop);
    const right = new Float32Array(CELLS ** 2 * 15);
    for (let place = 0; place < CELLS ** 2; place++) {
      const target = values.subarray(place * TARGETS.count);
      const middle = Math.min(1 - 1e-4, Math.max(1e-4, target[TARGETS.middle]));
      right[place * 15] = Math.log(middle / (1 - middle));
      right[place * 15 + 1 + digits[place]] = 9;
      for (let side = 0; side < 4; side++) {
        right[place * 15 + 11 + side] = Math.log(Math.max(1, target[TARGETS.box + side]) / 16);
      }
    }
    const answers = tf.tensor4d(right, [1, CELLS, CELLS, 15]);
    const least = lossOf(answers, crop);
    expect(least).toBeLessThan(0.5);
    expect(lossOf(tf.zerosLike(answers), crop)).toBeGreaterThan(least + 3);
    answers.dispose();
  });
});

const valuesOf = ({ learned, statistics }: DetectorWeights): DetectorValues =>
  Object.fromEntries(
    Object.entries({ ...learned, ...statistics }).map(([name, variable]) => [
      name,
      variable.dataSync<'float32'>(),
    ]),
  );

const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);

describe('a detector', () => {
  it('answers the same folded as with its normalisation', () => {
    const weights = createDetectorWeights(createRandom(2));
    const pictures = tf.randomNormal<tf.Rank.R4>([2, 64, 64, 1], 0, 1, 'float32', 3);
    // The running statistics become those of this very batch.
    for (let step = 0; step < 120; step++) {
      tf.dispose(tf.tidy(() => learningAnswers(weights, pictures)));
    }
    const expected = tf.tidy(() => learningAnswers(weights, pictures).dataSync<'float32'>());
    const tensors = detectorTensors(foldDetector(valuesOf(weights)));
    const answered = tf.tidy(() => detectorAnswers(tensors, pictures).dataSync<'float32'>());
    expect(largestDifference(expected, answered)).toBeLessThan(2e-3);
    tf.dispose([pictures, ...Object.values(tensors).flatMap((unit) => Object.values(unit))]);
    tf.dispose(detectorVariables(weights));
  });

  it('answers the same unfolded, to learn on', () => {
    const before = tf.memory().numTensors;
    const { folded } = readReader('reader');
    const pictures = tf.randomNormal<tf.Rank.R4>([2, 64, 64, 1], 0, 1, 'float32', 3);
    const weights = unfoldDetector(folded, pictures);
    const tensors = detectorTensors(folded);
    const expected = tf.tidy(() => detectorAnswers(tensors, pictures).dataSync<'float32'>());
    const answered = tf.tidy(() => learningAnswers(weights, pictures).dataSync<'float32'>());
    expect(largestDifference(expected, answered)).toBeLessThan(1e-3);
    // What is learned at one rate must be of one length, as it is when learning begins.
    const first = createDetectorWeights(createRandom(1));
    const length = ({ learned }: DetectorWeights): number =>
      tf.tidy(() => tf.norm(learned['eighth2/filter']).dataSync()[0]);
    expect(length(weights) / length(first)).toBeCloseTo(1, 1);
    tf.dispose([pictures, ...Object.values(tensors).flatMap((unit) => Object.values(unit))]);
    tf.dispose([...detectorVariables(weights), ...detectorVariables(first)]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is halfway between two others as their average', () => {
    const spotterOf = (seed: number): FoldedDetector => {
      const weights = createDetectorWeights(createRandom(seed));
      const folded = foldDetector(valuesOf(weights));
      tf.dispose(detectorVariables(weights));
      return folded;
    };
    const [one, other] = [spotterOf(1), spotterOf(2)];
    one.eighth2.filter[7] = 2;
    other.eighth2.filter[7] = -1;
    one.answers.bias[3] = 0.25;
    other.answers.bias[3] = 0.75;
    const average = averageDetectors(one, other);
    expect(average.eighth2.filter[7]).toBe(0.5);
    expect(average.answers.bias[3]).toBe(0.5);
    expect(Object.keys(average)).toEqual(Object.keys(one));
    expect(averageDetectors(one, one).half1).toEqual(one.half1);
  });

  it('is the same after it was written and read, but for rounding', () => {
    const weights = createDetectorWeights(createRandom(4));
    const folded = foldDetector(valuesOf(weights));
    const bytes = encodeDetector(folded);
    expect(bytes.length).toBeLessThanOrEqual(2e6);
    const again = decodeDetector(bytes);
    expect(again.eighth2.filter[7]).toBeCloseTo(folded.eighth2.filter[7], 3);
    expect(again.answers.bias[0]).toBe(-3);
    expect(() => decodeDetector(bytes.subarray(2))).toThrow(/expected \d+ bytes.*found \d+/);
    tf.dispose(detectorVariables(weights));
  });

  it('leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const weights = createDetectorWeights(createRandom(1));
    const detector = createDetector(foldDetector(valuesOf(weights)));
    tf.dispose(detectorVariables(weights));
    await detector({ width: 30, height: 50, data: new Float32Array(1500) });
    detector.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('training a detector', () => {
  it('goes on from what another has learned', async () => {
    const before = tf.memory().numTensors;
    const { folded } = readReader('reader');
    const lossAtFirst = async (from?: FoldedDetector): Promise<number> => {
      const { history } = await trainDetector(
        { ...tiny, rounds: 1 },
        { seed: 1, makeCrops, ...(from && { from }), validation: crops.slice(0, 1) },
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
    await expect(train({ checkpoints: folder, rounds: 2 })).rejects.toThrow('stopped');
    const resumed = await train({ checkpoints: folder });
    rmSync(folder, { recursive: true });
    expect(resumed.history.map(({ loss }) => loss)).toEqual(whole.history.map(({ loss }) => loss));
    expect(resumed.values).toEqual(whole.values);
    expect(whole.history[2].validation).toBeDefined();
    expect(tf.memory().numTensors).toBe(before);
  });
});
