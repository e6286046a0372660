import * as tf from '@tensorflow/tfjs-core';

/** Copies the values of variables out of the engine, in their order. */
export function readVariables(variables: readonly tf.Variable[]): Float32Array[] {
  return variables.map((variable) => variable.dataSync<'float32'>().slice());
}

/**
 * Writes values into variables.
 *
 * @param values as {@link readVariables} gave them, of the same shapes in the same order
 */
export function writeVariables(
  variables: readonly tf.Variable[],
  values: readonly Float32Array[],
): void {
  tf.tidy(() => {
    variables.forEach((variable, index) => {
      variable.assign(tf.tensor(values[index], variable.shape));
    });
  });
}
