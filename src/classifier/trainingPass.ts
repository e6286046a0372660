import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import type { Random } from '../numbers/random';
import { normalizeBatch } from '../engine/batchNormalization';

type Layer = tfl.LayersModel['layers'][number];

interface ConvolutionConfig {
  readonly strides: [number, number];
  readonly padding: 'valid' | 'same';
}

const isPooling = (layer?: Layer): boolean => layer?.getClassName() === 'MaxPooling2D';

const isRelu = (layer?: Layer): boolean =>
  layer?.getClassName() === 'Activation' && layer.getConfig().activation === 'relu';

/** A convolution, and the pooling after it where there is one: the bias is added to what that leaves. */
function convolve(layer: Layer, pooling: Layer | undefined, x: tf.Tensor): tf.Tensor {
  const { strides, padding } = layer.getConfig() as unknown as ConvolutionConfig;
  const [filter, bias] = layer.weights.map((weight) => weight.read());
  const output = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, padding);
  const pooled = pooling ? (pooling.apply(output) as tf.Tensor) : output;
  return layer.weights.length > 1 ? tf.add(pooled, bias) : pooled;
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

/**
 * Draws what each dropout layer of a network multiplies its values by: 0, or what makes up for the zeros.
 *
 * @param model a chain of layers
 * @param count how many images the batch has
 * @param random decides which values are dropped
 * @returns a mask a dropout layer, from the image on; each [count, …the layer's values]
 */
export function dropoutMasks(model: tfl.LayersModel, count: number, random: Random): tf.Tensor[] {
  const layers = model.layers.filter((layer) => layer.getClassName() === 'Dropout');
  return layers.map((layer) => {
    const { rate } = layer.getConfig() as { rate: number };
    const shape = [count, ...(layer.outputShape as number[]).slice(1)];
    const mask = new Float32Array(tf.util.sizeFromShape(shape));
    // First the chance, then the choice: in one loop the processor would guess each branch, wrongly half the time.
    for (let index = 0; index < mask.length; index++) mask[index] = random.uniform();
    for (let index = 0; index < mask.length; index++) {
      mask[index] = mask[index] < rate ? 0 : 1 / (1 - rate);
    }
    return tf.tensor(mask, shape);
  });
}

/** The logits of images none of which depends on the others, or of a whole batch. */
function logitsOf(
  model: tfl.LayersModel,
  input: tf.Tensor,
  masks: readonly tf.Tensor[],
): tf.Tensor {
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer').slice(0, -1);
  const masksLeft = [...masks];
  let x = input;
  for (let layer = layers.shift(); layer; layer = layers.shift()) {
    switch (layer.getClassName()) {
      case 'Conv2D': {
        // The largest of what ReLU leaves is what ReLU leaves of the largest: of a quarter of the values.
        if (isRelu(layers.at(0)) && isPooling(layers.at(1))) layers.splice(1, 0, layers.shift()!);
        x = convolve(layer, isPooling(layers.at(0)) ? layers.shift() : undefined, x);
        break;
      }
      case 'BatchNormalization':
        x = normalize(layer, x);
        break;
      case 'Dropout':
        x = tf.mul(x, masksLeft.shift()!);
        break;
      default:
        x = layer.apply(x, { training: true }) as tf.Tensor;
    }
  }
  return x;
}

/**
 * Calculates what a network answers while it learns, before softmax.
 *
 * It does what `model.apply(input, { training: true })` does, with four differences that matter here:
 * dropout takes its chance from outside, so that a training can be repeated exactly; batch normalisation
 * runs as one kernel; no gradient is calculated for the input of the first layer; and where no batch
 * normalisation makes images depend on each other, the halves of a batch are calculated apart, which the
 * native engine does at the same time.
 *
 * @param model a chain of layers whose last one is softmax
 * @param input ink in 0..1; [count, 28, 28, 1]
 * @param masks what each dropout layer multiplies by, as {@link dropoutMasks} draws it
 * @returns logits; [count, 10]
 */
export function trainingLogits(
  model: tfl.LayersModel,
  input: tf.Tensor4D,
  masks: readonly tf.Tensor[],
): tf.Tensor2D {
  const isWhole = model.layers.some((layer) => layer.getClassName() === 'BatchNormalization');
  if (isWhole || input.shape[0] % 2 === 1) return logitsOf(model, input, masks) as tf.Tensor2D;
  const halvesOfMasks = masks.map((mask) => tf.split(mask, 2));
  const logits = tf.split(input, 2).map((half, index) =>
    logitsOf(
      model,
      half,
      halvesOfMasks.map((halves) => halves[index]),
    ),
  );
  return tf.concat(logits) as tf.Tensor2D;
}
