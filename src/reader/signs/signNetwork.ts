import * as tf from '@tensorflow/tfjs-core';
import { KIND_COUNT } from './signKinds';

// The network that tells signs apart as it answers, its normalisation worked into its filters; `training/signModel` builds
// the same network to learn.

/** The shapes of its filters, from the window to the answers: convolutions, then matrices. */
export const SIGN_FILTERS = [
  [5, 5, 1, 16],
  [3, 3, 16, 24],
  [3, 3, 24, 48],
  [3, 3, 48, 48],
  [3, 3, 48, 64],
  [6 * 6 * 64, 64],
  [64, KIND_COUNT],
] as const;

/** A filter of the network, and what it adds to each channel. */
export interface SignLayer<Values> {
  readonly filter: Values;
  readonly bias: Values;
}

/** Its layers, in the order of `SIGN_FILTERS`. */
export type SignWeights = readonly SignLayer<Float32Array>[];

/** Its layers on the engine. */
export type SignTensors = readonly SignLayer<tf.Tensor>[];

/** Brings its layers to the engine. */
export function signTensors(weights: SignWeights): SignTensors {
  return weights.map(({ filter, bias }, layer) => ({
    filter: tf.tensor(filter, [...SIGN_FILTERS[layer]]),
    bias: tf.tensor1d(bias),
  }));
}

/**
 * What the middles of windows hold.
 *
 * @param windows local contrast; [count, 48, 48, 1]
 * @returns probabilities; [count, 7]
 */
export function signProbabilities(tensors: SignTensors, windows: tf.Tensor4D): tf.Tensor2D {
  const convolved = (x: tf.Tensor4D, layer: number, strides = 1): tf.Tensor4D => {
    const { filter, bias } = tensors[layer];
    return tf.fused.conv2d({
      x,
      filter: filter as tf.Tensor4D,
      bias,
      strides,
      pad: 'same',
      activation: 'relu',
    });
  };
  const halved = (x: tf.Tensor4D): tf.Tensor4D => tf.maxPool(x, 2, 2, 'valid');
  const fine = halved(convolved(convolved(windows, 0, 2), 1));
  const coarse = convolved(halved(convolved(convolved(fine, 2), 3)), 4);
  const [hidden, answers] = tensors.slice(5);
  const flat = tf.reshape(coarse, [windows.shape[0], -1]);
  const seen = tf.relu(tf.add(tf.matMul(flat, hidden.filter as tf.Tensor2D), hidden.bias));
  return tf.softmax(
    tf.add<tf.Tensor2D>(tf.matMul(seen, answers.filter as tf.Tensor2D), answers.bias),
  );
}
