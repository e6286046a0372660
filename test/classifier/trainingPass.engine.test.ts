import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/classifier/network';
import { dropoutMasks, trainingLogits } from '../../src/classifier/trainingPass';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { smallLayers, weightsOf } from './smallNetwork';

beforeAll(async () => {
  await startEngine();
});

describe('the pass through a network in training', () => {
  it('answers what tfjs answers, and leaves the same moving averages', () => {
    const withoutChance = smallLayers.filter(({ kind }) => kind !== 'dropout');
    const [ours, theirs] = [1, 1].map((seed) => createNetwork(withoutChance, createRandom(seed)));
    tf.tidy(() => {
      const x = tf.randomUniform<tf.Rank.R4>([8, 28, 28, 1], 0, 1, 'float32', 3);
      const found = tf.softmax(trainingLogits(ours, x, [])).dataSync();
      const expected = (theirs.apply(x, { training: true }) as tf.Tensor).dataSync();
      found.forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index], 4);
      });
    });
    // The two count the variance differently: by n and by n - 1.
    const moving = theirs.getWeights().map((weight) => Array.from(weight.dataSync()));
    weightsOf(ours).forEach((values, weight) => {
      values.forEach((value, index) => {
        expect(value).toBeCloseTo(moving[weight][index], 2);
      });
    });
  });

  it('answers and learns alike whether ReLU comes before pooling or after it', () => {
    const [head, tail] = [
      [{ kind: 'convolution', filters: 3, size: 5 }] as const,
      [{ kind: 'flatten' }, { kind: 'dense', units: 10 }] as const,
    ];
    const [pooling, relu] = [{ kind: 'maxPooling', size: 2 }, { kind: 'relu' }] as const;
    const answers = [
      [...head, relu, pooling, ...tail],
      [...head, pooling, relu, ...tail],
    ].map((layers) => {
      const model = createNetwork(layers, createRandom(1));
      return tf.tidy(() => {
        const x = tf.randomUniform<tf.Rank.R4>([4, 28, 28, 1], 0, 1, 'float32', 3);
        const { value, grads } = tf.variableGrads(() =>
          tf.sum(tf.square(trainingLogits(model, x, []))),
        );
        const expected = model.predictOnBatch(x) as tf.Tensor;
        const found = tf.softmax(trainingLogits(model, x, []));
        expect(tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]).toBeLessThan(1e-5);
        return [value, ...Object.values(grads)].map((tensor) => Array.from(tensor.dataSync()));
      });
    });
    expect(answers[0].length).toBe(5);
    answers[0].forEach((values, index) => {
      const largest = Math.max(...values.map(Math.abs));
      values.forEach((value, at) => {
        expect(Math.abs(value - answers[1][index][at]) / largest).toBeLessThan(1e-5);
      });
    });
  });

  it('answers each image by itself where nothing makes them depend on each other, masks included', () => {
    const independent = smallLayers.filter(({ kind }) => kind !== 'batchNormalization');
    const model = createNetwork(independent, createRandom(1));
    tf.tidy(() => {
      const images = tf.randomUniform<tf.Rank.R4>([6, 28, 28, 1], 0, 1, 'float32', 3);
      const masks = dropoutMasks(model, 6, createRandom(2));
      const together = trainingLogits(model, images, masks).dataSync();
      const alone = tf.split<tf.Tensor4D>(images, 6).flatMap((image, index) =>
        Array.from(
          trainingLogits(
            model,
            image,
            masks.map((mask) => tf.split(mask, 6)[index]),
          ).dataSync(),
        ),
      );
      together.forEach((value, index) => {
        expect(value).toBeCloseTo(alone[index], 4);
      });
    });
  });

  it('drops the given share of the values, and makes up for them', () => {
    const model = createNetwork(
      [{ kind: 'dropout', rate: 0.25 }, { kind: 'flatten' }],
      createRandom(1),
    );
    tf.tidy(() => {
      const ones = tf.ones<tf.Rank.R4>([20, 28, 28, 1]);
      const masks = dropoutMasks(model, 20, createRandom(1));
      const values = trainingLogits(model, ones, masks).dataSync<'float32'>();
      expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
      expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(1, 1);
    });
  });
});
