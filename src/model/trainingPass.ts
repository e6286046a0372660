import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import type { Random } from '../data/random';
import { normalizeBatch } from '../engine/batchNormalization';

type Layer = tfl.LayersModel['layers'][number];

interface ConvolutionConfig {
  readonly strides: [number, number];
  readonly padding: 'valid' | 'same';
}

function convolve(layer: Layer, x: tf.Tensor): tf.Tensor {
  const { strides, padding } = layer.getConfig() as unknown as ConvolutionConfig;
  const weights = layer.weights.map((weight) => weight.read());
  const output = tf.conv2d(x as tf.Tensor4D, weights[0] as tf.Tensor4D, strides, padding);
  const bias = weights.at(1);
  return bias ? tf.add(output, bias) : output;
}

function normalize(layer: Layer, x: tf.Tensor): tf.Tensor {
  const { momentum, epsilon } = layer.getConfig() as { momentum: number; epsilon: number };
  const [scale, offset, movingMean, movingVariance] = layer.weights.map((weight) => weight.read());
  const { output, mean, variance } = normalizeBatch(x as tf.Tensor4D, scale, offset, epsilon);
  const follow = (average: tf.Tensor, value: tf.Tensor): void => {
    const next = tf.add(tf.mul(average, momentum), tf.mul(value, 1 - momentum));
    (average as tf.Variable).assign(next);
  };
  follow(movingMean, mean);
  follow(movingVariance, variance);
  return output;
}

function drop(layer: Layer, x: tf.Tensor, random: Random): tf.Tensor {
  const { rate } = layer.getConfig() as { rate: number };
  const keep = 1 - rate;
  const mask = Float32Array.from({ length: x.size }, () =>
    random.uniform() < keep ? 1 / keep : 0,
  );
  return tf.mul(x, tf.tensor(mask, x.shape));
}

/**
 * Calculates what a network answers while it learns, before softmax.
 *
 * It does what `model.apply(input, { training: true })` does, with three differences that matter here:
 * dropout takes its chance from a seeded stream, so that a training can be repeated exactly; batch
 * normalisation runs as one kernel; and no gradient is calculated for the input of the first layer.
 *
 * @param model a chain of layers whose last one is softmax
 * @param input ink in 0..1; [count, 28, 28, 1]
 * @param random decides what dropout drops
 * @returns logits; [count, 10]
 */
export function trainingLogits(
  model: tfl.LayersModel,
  input: tf.Tensor4D,
  random: Random,
): tf.Tensor2D {
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const logits = layers.slice(0, -1).reduce<tf.Tensor>((x, layer) => {
    switch (layer.getClassName()) {
      case 'Conv2D':
        return convolve(layer, x);
      case 'BatchNormalization':
        return normalize(layer, x);
      case 'Dropout':
        return drop(layer, x, random);
      default:
        return layer.apply(x, { training: true }) as tf.Tensor;
    }
  }, input);
  return logits as tf.Tensor2D;
}
