import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, type Calculation } from '../../src/engine/compile';
import { startEngine } from '../../src/engine/engine';

beforeAll(async () => {
  await startEngine();
});

/** Runs a calculation and reads what it gives. */
function read({ run }: { run: Calculation }, ...inputs: tf.Tensor[]): number[][] {
  return tf.tidy(() => run(inputs).map((tensor) => Array.from(tensor.dataSync())));
}

describe('a compiled calculation', () => {
  it('gives what the calculation gives, for inputs of any shape', () => {
    const double = compile(([x]) => [tf.mul(x, 2), tf.sum(x)]);
    expect(read(double, tf.tensor1d([1, 2]))).toEqual([[2, 4], [3]]);
    expect(read(double, tf.tensor1d([5, 6]))).toEqual([[10, 12], [11]]);
    expect(read(double, tf.tensor2d([[1], [2], [3]]))).toEqual([[2, 4, 6], [6]]);
    expect(read(double, tf.tensor1d([7, 8]))).toEqual([[14, 16], [15]]);
    double.dispose();
  });

  it('serves inputs of all sizes with what was compiled for one', () => {
    const filter = tf.tensor4d([1, 1, 1, 1], [2, 2, 1, 1]);
    let calls = 0;
    const sum = compile(
      ([x]) => {
        calls++;
        return [tf.conv2d(x as tf.Tensor4D, filter, 1, 'valid')];
      },
      { constants: [filter], anySize: true },
    );
    const picture = (side: number): tf.Tensor => tf.ones([1, side, side, 1]);
    expect(read(sum, picture(2))).toEqual([[4]]);
    expect(read(sum, picture(3))).toEqual([[4, 4, 4, 4]]);
    expect(read(sum, picture(2))).toEqual([[4]]);
    if (tf.getBackend() === 'tensorflow') expect(calls).toBe(1);
    sum.dispose();
  });

  it('assigns to its variables once a run, the first included', () => {
    const total = tf.variable(tf.scalar(10));
    const add = compile(
      ([x]) => {
        total.assign(tf.add(total, x));
        return [tf.square(total)];
      },
      { variables: [total] },
    );
    expect(read(add, tf.scalar(1))).toEqual([[121]]);
    expect(total.dataSync()[0]).toBe(11);
    expect(read(add, tf.scalar(4))).toEqual([[225]]);
    expect(total.dataSync()[0]).toBe(15);
    add.dispose();
  });

  it('tells variables apart that were made of one another', () => {
    const value = tf.variable(tf.scalar(1));
    const average = tf.variable(value);
    const step = compile(
      ([x]) => {
        value.assign(tf.add(value, x));
        average.assign(tf.div(tf.add(average, value), 2));
        return [tf.mul(value, 10)];
      },
      { variables: [value, average] },
    );
    expect(read(step, tf.scalar(4))).toEqual([[50]]);
    expect(read(step, tf.scalar(4))).toEqual([[90]]);
    expect([value, average].map((variable) => variable.dataSync()[0])).toEqual([9, 6]);
    step.dispose();
  });

  it('sees what others assign to its variables', () => {
    const factor = tf.variable(tf.scalar(2));
    const scale = compile(([x]) => [tf.mul(x, factor)], { variables: [factor] });
    expect(read(scale, tf.scalar(3))).toEqual([[6]]);
    factor.assign(tf.scalar(5));
    expect(read(scale, tf.scalar(3))).toEqual([[15]]);
    scale.dispose();
  });

  it('uses constants', () => {
    const shift = tf.tensor1d([1, 10]);
    const add = compile(([x]) => [tf.add(x, shift)], { constants: [shift] });
    expect(read(add, tf.tensor1d([2, 2]))).toEqual([[3, 12]]);
    expect(read(add, tf.tensor1d([5, 5]))).toEqual([[6, 15]]);
    add.dispose();
  });

  it('calculates gradients through convolution, pooling and ReLU', () => {
    const slope: Calculation = ([x, filter]) => [
      tf.grad((weights: tf.Tensor) => {
        const maps = tf.conv2d(x as tf.Tensor4D, weights as tf.Tensor4D, 1, 'same');
        return tf.sum(tf.relu(tf.maxPool(maps, 2, 2, 'valid')));
      })(filter),
    ];
    const x = tf.randomNormal([2, 6, 6, 3], 0, 1, 'float32', 1);
    const filter = tf.randomNormal([3, 3, 3, 4], 0, 1, 'float32', 2);
    const compiled = compile(slope);
    const [expected] = read({ run: slope }, x, filter);
    read(compiled, x, filter)[0].forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index], 4);
    });
    compiled.dispose();
  });

  it('leaves no tensors behind', () => {
    const level = tf.variable(tf.zeros([3]));
    const inputs = [tf.ones([3])];
    const before = tf.memory().numTensors;
    const rise = compile(
      ([x]) => {
        level.assign(tf.add(level, x));
        return [tf.neg(level)];
      },
      { variables: [level] },
    );
    for (let round = 0; round < 3; round++) read(rise, ...inputs);
    rise.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('what cannot be compiled', () => {
  it.runIf(process.env.DIGITS_ENGINE === 'native')('is refused, with the reason', () => {
    const elsewhere = tf.sqrt(tf.scalar(2));
    const withForeign = compile(([x]) => [tf.add(x, elsewhere)]);
    expect(() => read(withForeign, tf.scalar(1))).toThrow('found another tensor');
    const withReading = compile(([x]) => [tf.scalar(tf.neg(x).dataSync()[0])]);
    expect(() => read(withReading, tf.scalar(1))).toThrow('reads the values of a tensor');
    // The engine works as before.
    expect(tf.add(elsewhere, elsewhere).dataSync()[0]).toBeCloseTo(2 * Math.SQRT2, 5);
  });
});
