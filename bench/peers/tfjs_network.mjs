// What the scripts share that use tfjs-node as its documentation shows it, without anything of this project.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs-node';

function readIdx(path, offset) {
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return bytes.subarray(offset);
}

/** The images of `train` or `t10k`, ink in 0..1, [count, 28, 28, 1], and their labels, [count, 10]. */
export function readTensors(folder, part) {
  const images = Float32Array.from(readIdx(`${folder}/${part}-images-idx3-ubyte`, 16));
  const labels = Int32Array.from(readIdx(`${folder}/${part}-labels-idx1-ubyte`, 8));
  return [
    tf.tensor4d(images, [labels.length, 28, 28, 1]).div(255),
    tf.oneHot(tf.tensor1d(labels, 'int32'), 10),
  ];
}

/** The network of Keras' example "Simple MNIST convnet", 34,826 parameters. */
export function build() {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [28, 28, 1],
        filters: 32,
        kernelSize: 3,
        activation: 'relu',
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
