import type * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { fromFloat16, toFloat16 } from '../../numbers/float16';
import { createRandom } from '../../numbers/random';
import { readVariables, writeVariables } from '../../training/weights';
import { createSignNetwork } from './signNetwork';

const variablesOf = (model: tfl.LayersModel): tf.Variable[] =>
  model.weights.map((weight) => weight.read() as tf.Variable);

/** Writes a network of signs as bytes: its weights in the order of its layers, in half precision. */
export function encodeSigns(model: tfl.LayersModel): Uint8Array {
  const values = readVariables(variablesOf(model));
  const halves = new Uint16Array(values.reduce((count, { length }) => count + length, 0));
  let at = 0;
  for (const array of values) for (const value of array) halves[at++] = toFloat16(value);
  return new Uint8Array(halves.buffer);
}

/**
 * Reads a network of signs from the bytes that {@link encodeSigns} wrote.
 *
 * @throws RangeError where there are more or fewer than the network has
 */
export function decodeSigns(bytes: Uint8Array): tfl.LayersModel {
  const model = createSignNetwork(createRandom(0));
  const variables = variablesOf(model);
  const expected = 2 * variables.reduce((sum, { size }) => sum + size, 0);
  if (bytes.length !== expected) {
    model.dispose();
    throw new RangeError(
      `expected ${expected} bytes of a page reader's network of signs, found ${bytes.length}; get or train it again`,
    );
  }
  const halves = new Uint16Array(bytes.slice().buffer);
  let at = 0;
  writeVariables(
    variables,
    variables.map(({ size }) => Float32Array.from(halves.subarray(at, (at += size)), fromFloat16)),
  );
  return model;
}
