import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { imageTensor } from '../imageTensor';

/** What a network makes of images before it decides: a list of numbers for each. */
export interface Features {
  readonly count: number;
  readonly length: number;
  /** [count, length] */
  readonly values: Float32Array;
}

/**
 * What the last dense layer of a network is given for each image, from which it decides which digit it is.
 *
 * @param model a chain of layers that ends in a dense layer and softmax
 * @param images ink in 0..255; [count, 28, 28]
 * @throws RangeError where the network has no dense layer, or the values do not make whole images
 */
export function lastFeatures(model: tfl.LayersModel, images: Uint8Array): Features {
  const dense = model.layers.filter((layer) => layer.getClassName() === 'Dense').at(-1);
  if (!dense) throw new RangeError('expected a network with a dense layer, found none');
  const before = tfl.model({ inputs: model.inputs, outputs: dense.input });
  return tf.tidy(() => {
    const features = before.predictOnBatch(imageTensor(images)) as tf.Tensor2D;
    const [count, length] = features.shape;
    return { count, length, values: features.dataSync<'float32'>().slice() };
  });
}
