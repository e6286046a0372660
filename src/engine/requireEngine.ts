import * as tf from '@tensorflow/tfjs-core';

/**
 * Makes sure that there is an engine to calculate with, before tfjs says it in words that help nobody.
 *
 * @throws Error where none has been started
 */
export function requireEngine(): void {
  try {
    tf.backend();
  } catch (error) {
    throw new Error(
      'expected an engine to calculate with, found none; call `await startEngine()` before this',
      { cause: error },
    );
  }
}
