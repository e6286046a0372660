import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/engine';
import { normalizeBatch } from '../../src/engine/batchNormalization';
import { registerPortableKernels } from '../../src/engine/portableKernels';

let backend: string;

beforeAll(async () => {
  await startEngine();
  backend = tf.getBackend();
  registerPortableKernels('cpu');
});

type Calculation = () => tf.Tensor[];

/** The same calculation on the plain JavaScript backend and on the engine under test. */
function expectEqualOnBoth(calculate: Calculation): void {
  const run = (name: string): number[][] => {
    void tf.setBackend(name);
    return tf.tidy(() => calculate().map((tensor) => Array.from(tensor.dataSync())));
  };
  const expected = run('cpu');
  const found = run(backend);
  expected.forEach((values, output) => {
    expect(found[output].length).toBe(values.length);
    const largest = Math.max(...values.map(Math.abs), 1e-3);
    values.forEach((value, index) => {
      expect(Math.abs(found[output][index] - value) / largest).toBeLessThan(2e-5);
    });
  });
}

const noise = (shape: number[], seed: number): tf.Tensor =>
  tf.randomNormal(shape, 0, 1, 'float32', seed);

describe.each([
  { size: [7, 7], filter: [3, 3], strides: 1, pad: 'valid' },
  { size: [7, 6], filter: [3, 3], strides: 1, pad: 'same' },
  { size: [8, 8], filter: [5, 5], strides: 2, pad: 'same' },
  { size: [9, 7], filter: [3, 3], strides: 2, pad: 'same' },
  { size: [8, 8], filter: [3, 3], strides: 2, pad: 'valid' },
  { size: [6, 5], filter: [1, 1], strides: 1, pad: 'valid' },
  { size: [7, 8], filter: [2, 4], strides: 3, pad: 'valid' },
] as const)('a convolution of $size by $filter, stride $strides, padding $pad', (shape) => {
  const gradients: Calculation = () => {
    const x = noise([2, ...shape.size, 3], 1) as tf.Tensor4D;
    const filter = noise([...shape.filter, 3, 4], 2) as tf.Tensor4D;
    const convolve = (a: tf.Tensor, b: tf.Tensor): tf.Tensor =>
      tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, shape.strides, shape.pad);
    const weights = noise(convolve(x, filter).shape, 3);
    return tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.mul(convolve(a, b), weights)))([
      x,
      filter,
    ]);
  };
  it('has the gradients of the plain JavaScript backend', () => {
    expectEqualOnBoth(gradients);
  });
});

describe('batch normalisation in training', () => {
  it('agrees with the plain JavaScript backend in output, statistics and gradients', () => {
    expectEqualOnBoth(() => {
      const x = noise([3, 4, 5, 6], 4) as tf.Tensor4D;
      const [scale, offset] = [noise([6], 5), noise([6], 6)];
      const weights = noise(x.shape, 7);
      const gradients = tf.grads((a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
        tf.sum(tf.mul(normalizeBatch(a as tf.Tensor4D, b, c, 1e-3).output, weights)),
      )([x, scale, offset]);
      const { output, mean, variance } = normalizeBatch(x, scale, offset, 1e-3);
      return [output, mean, variance, ...gradients];
    });
  });

  it('has the gradient that differences of its output show', () => {
    void tf.setBackend(backend);
    tf.tidy(() => {
      const x = noise([2, 3, 3, 2], 8);
      const [scale, offset] = [tf.tensor1d([0.7, 1.5]), tf.tensor1d([0.1, -0.3])];
      const weights = noise(x.shape, 9);
      const loss = (a: tf.Tensor): tf.Tensor =>
        tf.sum(tf.mul(normalizeBatch(a as tf.Tensor4D, scale, offset, 1e-3).output, weights));
      const direction = noise(x.shape, 10);
      const step = 1e-2;
      const ahead = loss(tf.add(x, tf.mul(direction, step))).dataSync()[0];
      const behind = loss(tf.sub(x, tf.mul(direction, step))).dataSync()[0];
      const slope = tf.sum(tf.mul(tf.grad(loss)(x), direction)).dataSync()[0];
      expect(slope).toBeCloseTo((ahead - behind) / (2 * step), 2);
    });
  });
});

describe.each(['relu', 'maxPool', 'softmax'] as const)('%s', (name) => {
  it('has the gradient of the plain JavaScript backend', () => {
    const operations = {
      relu: (x: tf.Tensor) => tf.relu(x),
      maxPool: (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'),
      softmax: (x: tf.Tensor) => tf.softmax(x),
    };
    expectEqualOnBoth(() => {
      const x = noise([2, 6, 6, 3], 11);
      const weights = noise(operations[name](x).shape, 12);
      return [tf.grad((a: tf.Tensor) => tf.sum(tf.mul(operations[name](a), weights)))(x)];
    });
  });
});
