import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/engine';
import { Adam } from '../../src/training/adam';

beforeAll(async () => {
  await startEngine();
});

/** Takes steps along given gradients of one variable. */
function steps(
  adam: Adam,
  variable: tf.Variable,
  gradients: readonly (readonly number[])[],
  learningRate = 0.1,
): void {
  for (const gradient of gradients) {
    const rate = adam.nextRate(learningRate);
    tf.tidy(() => {
      adam.apply({ [variable.name]: tf.tensor([...gradient], variable.shape) }, tf.scalar(rate));
    });
  }
}

const variableOf = (values: readonly number[], shape = [values.length]): tf.Variable =>
  tf.tidy(() => tf.variable(tf.tensor([...values], shape)));

const near = (found: ArrayLike<number>, expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    expect(found[at]).toBeCloseTo(value, 5);
  });
};

describe('Adam', () => {
  it('moves by the learning rate at its first step, however large the gradient', () => {
    const variable = variableOf([1, 1, 1]);
    const adam = new Adam([variable], [0.9, 0.999]);
    steps(adam, variable, [[5, -1, 0]]);
    near(variable.dataSync(), [0.9, 1.1, 1]);
    adam.dispose();
    variable.dispose();
  });

  it('goes on along the running means, without their bias', () => {
    const variable = variableOf([1]);
    const adam = new Adam([variable], [0.5, 0.75]);
    steps(adam, variable, [[1], [3]]);
    // Second step: mean 0.5 * 0.5 + 0.5 * 3 of weight 0.75, square 0.75 * 0.25 + 0.25 * 9 of weight 1 - 0.75 ** 2.
    near(variable.dataSync(), [0.9 - (0.1 * (1.75 / 0.75)) / Math.sqrt(2.4375 / 0.4375)]);
    const { steps: taken, means, squares } = adam.state();
    expect(taken).toBe(2);
    near(means[0], [1.75]);
    near(squares[0], [2.4375]);
    adam.dispose();
    variable.dispose();
  });

  it('takes weights away from matrices, and not from biases', () => {
    const [matrix, bias] = [variableOf([2], [1, 1]), variableOf([2])];
    const adam = new Adam([matrix, bias], [0.9, 0.999], 0.5);
    const rate = adam.nextRate(0.1);
    tf.tidy(() => {
      const gradients = { [matrix.name]: tf.zeros([1, 1]), [bias.name]: tf.zeros([1]) };
      adam.apply(gradients, tf.scalar(rate));
    });
    near(matrix.dataSync(), [2 - 2 * 0.5 * rate]);
    near(bias.dataSync(), [2]);
    adam.dispose();
    tf.dispose([matrix, bias]);
  });

  it('goes on to the bit from a state that was kept', () => {
    const gradients = [
      [0.3, -1],
      [0.7, 0.2],
      [-0.4, 0.9],
    ];
    const [whole, parted] = [variableOf([1, 2]), variableOf([1, 2])];
    const one = new Adam([whole], [0.9, 0.99]);
    steps(one, whole, gradients);
    const first = new Adam([parted], [0.9, 0.99]);
    steps(first, parted, gradients.slice(0, 2));
    const second = new Adam([parted], [0.9, 0.99]);
    second.restore(first.state());
    steps(second, parted, gradients.slice(2));
    expect(parted.dataSync()).toEqual(whole.dataSync());
    for (const adam of [one, first, second]) adam.dispose();
    tf.dispose([whole, parted]);
  });

  it('leaves no tensors behind', () => {
    const before = tf.memory().numTensors;
    const variable = variableOf([1]);
    const adam = new Adam([variable], [0.9, 0.999], 0.1);
    steps(adam, variable, [[1], [2]]);
    expect(adam.assigned).toHaveLength(3);
    adam.dispose();
    variable.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
