import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { imageTensor } from '../imageTensor';

/**
 * The first convolution of a network.
 *
 * @throws RangeError where it has none
 */
export function firstConvolution(model: tfl.LayersModel): tfl.layers.Layer {
  const convolution = model.layers.find((layer) => layer.getClassName() === 'Conv2D');
  if (!convolution) throw new RangeError('expected a network with a convolution, found none');
  return convolution;
}

/** What every filter of a convolution answers to an image, as images. */
export interface FeatureMaps {
  /** How many filters there are. */
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** From the least answer (0) to the strongest (255) of all; [count, height, width]. */
  readonly images: Uint8Array;
}

/**
 * Shows what the first convolution of a network sees in an image.
 *
 * @param model a chain of layers that begins with a convolution
 * @param image ink in 0..255; [28, 28]
 */
export function featureMaps(model: tfl.LayersModel, image: Uint8Array): FeatureMaps {
  return tf.tidy(() => {
    const answers = firstConvolution(model).apply(imageTensor(image)) as tf.Tensor4D; // [1, height, width, count]
    const [, height, width, count] = answers.shape;
    const maps = tf.transpose(tf.squeeze(answers, [0]), [2, 0, 1]); // [count, height, width]
    const [least, most] = [tf.min(maps), tf.max(maps)];
    const scaled = tf.mul(tf.div(tf.sub(maps, least), tf.sub(most, least)), 255);
    return { count, height, width, images: Uint8Array.from(scaled.dataSync()) };
  });
}
