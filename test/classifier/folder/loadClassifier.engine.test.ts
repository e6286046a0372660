import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadClassifier } from '../../../src/classifier/folder/loadClassifier';
import { startEngine } from '../../../src/engine/engine';

it('a loaded classifier answers, and leaves nothing behind once it is disposed of', async () => {
  await startEngine();
  const { numTensors } = tf.memory();
  const classify = await loadClassifier();
  expect(await classify(new Uint8Array(2 * 28 * 28), 2)).toHaveLength(20);
  classify.dispose();
  expect(tf.memory().numTensors).toBe(numTensors);
});
