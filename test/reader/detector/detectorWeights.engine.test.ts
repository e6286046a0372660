import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { detectorAnswers, detectorTensors } from '../../../src/reader/detector/detector';
import {
  averageDetectors,
  createDetectorWeights,
  detectorVariables,
  foldDetector,
  learningAnswers,
  unfoldDetector,
  type DetectorValues,
  type DetectorWeights,
  type FoldedDetector,
} from '../../../src/reader/detector/detectorWeights';
import { readReader } from '../../../src/reader/folder/readerFolder';

beforeAll(async () => {
  await startEngine();
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

describe('a detector that learns', () => {
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
    const detectorOf = (seed: number): FoldedDetector => {
      const weights = createDetectorWeights(createRandom(seed));
      const folded = foldDetector(valuesOf(weights));
      tf.dispose(detectorVariables(weights));
      return folded;
    };
    const [one, other] = [detectorOf(1), detectorOf(2)];
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
});
