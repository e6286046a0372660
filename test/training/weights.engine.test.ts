import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/engine';
import { readVariables, writeVariables } from '../../src/training/weights';

beforeAll(async () => {
  await startEngine();
});

it('the values of variables are copied out, and written back', () => {
  const before = tf.memory().numTensors;
  const variables = [tf.tensor2d([[1, 2]]), tf.tensor1d([3])].map((values) =>
    tf.tidy(() => tf.variable(tf.clone(values))),
  );
  const kept = readVariables(variables);
  variables[0].assign(tf.zeros([1, 2]));
  expect(kept).toEqual([Float32Array.of(1, 2), Float32Array.of(3)]);
  writeVariables(variables, kept);
  expect(readVariables(variables)).toEqual(kept);
  tf.dispose(variables);
  expect(tf.memory().numTensors - before).toBeLessThanOrEqual(3);
});
