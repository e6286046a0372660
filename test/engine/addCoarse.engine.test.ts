import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addCoarse } from '../../src/engine/addCoarse';
import { startEngine } from '../../src/engine/engine';

beforeAll(async () => {
  await startEngine();
});

describe('adding a plane of half the resolution', () => {
  // One row of two places, each with two channels.
  const coarse = (): tf.Tensor4D => tf.tensor4d([10, 20, 30, 40], [1, 1, 2, 2]);

  it('adds each value to the four that lie where it does', () => {
    const fine = tf.tensor4d(
      Array.from({ length: 16 }, (_, index) => index),
      [1, 2, 4, 2],
    );
    expect(Array.from(addCoarse(fine, coarse()).dataSync())).toEqual([
      10, 21, 12, 23, 34, 45, 36, 47, 18, 29, 20, 31, 42, 53, 44, 55,
    ]);
  });

  it('hands the gradient on: as it is to the fine values, sums of four to the coarse ones', () => {
    const weights = tf.tensor4d(
      Array.from({ length: 16 }, (_, index) => index),
      [1, 2, 4, 2],
    );
    const weighed = tf.grads((fine: tf.Tensor, small: tf.Tensor) =>
      tf.sum(tf.mul(addCoarse(fine as tf.Tensor4D, small as tf.Tensor4D), weights)),
    );
    const [ofFine, ofCoarse] = weighed([tf.zeros([1, 2, 4, 2]), coarse()]);
    expect(Array.from(ofFine.dataSync())).toEqual(Array.from(weights.dataSync()));
    expect(Array.from(ofCoarse.dataSync())).toEqual([20, 24, 36, 40]);
  });
});
