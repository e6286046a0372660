import * as tf from '@tensorflow/tfjs-core';

/** Adds a plane of half the resolution to a finer one. */
type AddCoarse = (fine: tf.Tensor4D, coarse: tf.Tensor4D) => tf.Tensor4D;

const addByBroadcasting: AddCoarse = (fine, coarse) => {
  const [count, height, width, channels] = coarse.shape;
  const fours = tf.reshape(fine, [count, height, 2, width, 2, channels]);
  const single = tf.reshape(coarse, [count, height, 1, width, 1, channels]);
  return tf.reshape(tf.add(fours, single), fine.shape);
};

/** Written without sizes, so that one graph serves all pictures; elsewhere it takes ten times as long. */
export const addBySpreading: AddCoarse = (fine, coarse) =>
  tf.add(fine, tf.depthToSpace(tf.tile(coarse, [1, 1, 1, 4]), 2));

let add = addByBroadcasting;

/** Lets an engine add in its own way; called when it starts. */
export function setAddCoarse(ofEngine: AddCoarse): void {
  add = ofEngine;
}

const addWithGradient = tf.customGrad((fine, coarse) => {
  const { shape } = coarse as tf.Tensor4D;
  return {
    value: add(fine as tf.Tensor4D, coarse as tf.Tensor4D),
    // A sum over neighbours takes a quarter of the time of the gradient through resizing.
    gradFunc: (gradient: tf.Tensor) => {
      const [count, height, width, channels] = shape;
      const fours = tf.reshape(gradient, [count, height, 2, width, 2, channels]);
      return [gradient, tf.sum(fours, [2, 4])];
    },
  };
});

/**
 * Adds a plane of half the resolution to a finer one, each value to the four that lie where it does.
 *
 * @param fine [count, 2 height, 2 width, channels]
 * @param coarse [count, height, width, channels]
 */
export function addCoarse(fine: tf.Tensor4D, coarse: tf.Tensor4D): tf.Tensor4D {
  return addWithGradient(fine, coarse) as tf.Tensor4D;
}
