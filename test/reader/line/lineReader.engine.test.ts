import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createRandom, type Random } from '../../../src/numbers/random';
import { ANSWER_COUNT } from '../../../src/reader/line/alphabet';
import { createLineReader } from '../../../src/reader/line/lineReader';
import {
  createLineWeights,
  droppedUnits,
  foldLineReader,
  learningLogits,
  lineVariables,
  type LineValues,
  type LineWeights,
} from '../../../src/reader/line/lineWeights';
import { lineFilters } from '../../../src/reader/line/lineNetwork';
import { STRIP_HEIGHT, type Strip } from '../../../src/reader/line/strip';

beforeAll(async () => {
  await startEngine();
});

const valuesOf = ({ learned, statistics }: LineWeights): LineValues =>
  Object.fromEntries(
    Object.entries({ ...learned, ...statistics }).map(([name, variable]) => [
      name,
      variable.dataSync<'float32'>().slice(),
    ]),
  );

const stripOf = (width: number, random: Random): Strip => ({
  width,
  height: STRIP_HEIGHT,
  data: Float32Array.from({ length: STRIP_HEIGHT * width }, () => random.normal()),
});

const tensorOf = (strips: readonly Strip[]): tf.Tensor4D =>
  tf.concat(strips.map(({ width, data }) => tf.tensor4d(data, [1, STRIP_HEIGHT, width, 1])));

/** Masks that leave all channels as they are, or leave all out. */
const masksOf = (count: number, value: number): tf.Tensor4D[] =>
  droppedUnits.map((name) => tf.fill([count, 1, 1, lineFilters[name][3]], value));

const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);

describe('a line reader that learns', () => {
  it('answers the same folded as with its normalisation', async () => {
    const before = tf.memory().numTensors;
    const random = createRandom(3);
    const weights = createLineWeights(createRandom(2));
    const strips = [stripOf(32, random), stripOf(32, random)];
    const logits = tf.tidy(() =>
      tf.logSoftmax(learningLogits(weights, tensorOf(strips), masksOf(2, 1), true)),
    );
    const expected = logits.dataSync<'float32'>();
    // Running statistics take a tenth of a batch's own, and begin with means of 0 and variances of 1.
    const values = Object.fromEntries(
      Object.entries(valuesOf(weights)).map(([name, running]) => [
        name,
        name.endsWith('/mean')
          ? running.map((mean) => 10 * mean)
          : name.endsWith('/variance')
            ? running.map((variance) => 10 * variance - 9)
            : running,
      ]),
    );
    const read = createLineReader(foldLineReader(values));
    const answered = await read(strips);
    const half = expected.length / 2;
    answered.forEach(({ columns, logProbabilities }, at) => {
      expect(columns).toBe(8);
      const own = expected.subarray(at * half, (at + 1) * half);
      expect(largestDifference(own, logProbabilities)).toBeLessThan(1e-3);
    });
    read.dispose();
    tf.dispose([logits, ...lineVariables(weights)]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('keeps its running statistics where it is not to follow', () => {
    const weights = createLineWeights(createRandom(2));
    const statisticsNow = (): number[][] =>
      Object.values(weights.statistics).map((variable) => [...variable.dataSync()]);
    const before = statisticsNow();
    const run = (follows: boolean): void => {
      tf.tidy(() => {
        learningLogits(weights, tensorOf([stripOf(8, createRandom(1))]), masksOf(1, 1), follows);
      });
    };
    run(false);
    expect(statisticsNow()).toEqual(before);
    run(true);
    statisticsNow().forEach((values, at) => {
      expect(values).not.toEqual(before[at]);
    });
    tf.dispose(lineVariables(weights));
  });

  it('goes without the channels that are left out', () => {
    const weights = createLineWeights(createRandom(2));
    const logitsWith = (mask: number): Float32Array =>
      tf.tidy(() =>
        learningLogits(weights, tensorOf([stripOf(8, createRandom(1))]), masksOf(1, mask), false)
          .dataSync<'float32'>()
          .slice(),
      );
    // Nothing comes through the last row, and answers begin without a bias.
    expect(logitsWith(0)).toEqual(new Float32Array(2 * ANSWER_COUNT));
    expect(largestDifference(logitsWith(1), logitsWith(0))).toBeGreaterThan(0.01);
    tf.dispose(lineVariables(weights));
  });

  it('begins the same of the same random numbers', () => {
    const [one, same, other] = [4, 4, 5].map((seed) => createLineWeights(createRandom(seed)));
    const filter = (weights: LineWeights): Float32Array => valuesOf(weights)['half1/filter'];
    expect(filter(same)).toEqual(filter(one));
    expect(filter(other)).not.toEqual(filter(one));
    tf.dispose([one, same, other].flatMap(lineVariables));
  });
});

describe('a line reader', () => {
  it('answers for every fourth column of each strip, in the order of the strips', async () => {
    const random = createRandom(7);
    const weights = createLineWeights(createRandom(6));
    const read = createLineReader(foldLineReader(valuesOf(weights)));
    const strips = [160, 96, 128].map((width) => stripOf(width, random));
    const together = await read(strips);
    expect(together.map(({ columns }) => columns)).toEqual([40, 24, 32]);
    for (const { columns, logProbabilities } of together) {
      expect(logProbabilities).toHaveLength(columns * ANSWER_COUNT);
      const sum = logProbabilities.reduce((all, value) => all + Math.exp(value), 0);
      expect(sum).toBeCloseTo(columns, 3);
    }
    read.dispose();
    tf.dispose(lineVariables(weights));
  });

  it('answers for a strip the same, whatever is read with it', async () => {
    const random = createRandom(7);
    const weights = createLineWeights(createRandom(6));
    // What lies behind a strip is seen where a unit has learned to answer something to paper.
    const values = Object.fromEntries(
      Object.entries(valuesOf(weights)).map(([name, value]) => [
        name,
        name.endsWith('/offset') ? value.map(() => random.normal()) : value,
      ]),
    );
    const read = createLineReader(foldLineReader(values));
    const strips = [160, 8, 128, 132].map((width) => stripOf(width, random));
    const together = await read(strips);
    for (const [at, strip] of strips.entries()) {
      const [alone] = await read([strip]);
      const { logProbabilities } = together[at];
      expect(largestDifference(alone.logProbabilities, logProbabilities)).toBeLessThan(1e-4);
    }
    read.dispose();
    tf.dispose(lineVariables(weights));
  });

  it('answers nothing where there are no strips', async () => {
    const weights = createLineWeights(createRandom(6));
    const read = createLineReader(foldLineReader(valuesOf(weights)));
    expect(await read([])).toEqual([]);
    read.dispose();
    tf.dispose(lineVariables(weights));
  });
});
