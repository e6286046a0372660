import * as tf from '@tensorflow/tfjs-core';

let isHolding = false;

/**
 * Frees every tensor and variable that was made since this was last called: networks, readers, all that they hold. For
 * notebooks, whose cells run again and again and leave behind what their variables named before.
 */
export function startAfresh(): void {
  const engine = tf.engine();
  if (isHolding) {
    tf.disposeVariables();
    engine.endScope();
  }
  engine.startScope('notebook');
  isHolding = true;
}
