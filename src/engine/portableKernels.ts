import * as tf from '@tensorflow/tfjs-core';
import { BATCH_NORMALIZATION, BATCH_NORMALIZATION_GRADIENT } from './batchNormalization';
import { RELU_GRADIENT } from './reluGradient';

/**
 * Registers the kernels for training that tfjs does not know, made of tfjs' operations, for a backend
 * that has none of its own.
 *
 * @param backendName the tfjs backend, such as wasm or cpu
 */
export function registerPortableKernels(backendName: string): void {
  tf.registerKernel({
    kernelName: BATCH_NORMALIZATION,
    backendName,
    kernelFunc: ({ inputs, attrs }) =>
      tf.tidy(() => {
        const { input, scale, offset } = inputs as Record<string, tf.Tensor>;
        const { mean, variance } = tf.moments(input, [0, 1, 2]);
        const output = tf.batchNorm4d(
          input as tf.Tensor4D,
          mean as tf.Tensor1D,
          variance as tf.Tensor1D,
          offset as tf.Tensor1D,
          scale as tf.Tensor1D,
          attrs!.epsilon as number,
        );
        return [output, mean, variance];
      }),
  });
  tf.registerKernel({
    kernelName: BATCH_NORMALIZATION_GRADIENT,
    backendName,
    kernelFunc: ({ inputs, attrs }) =>
      tf.tidy(() => {
        const { outputGradient, input, scale, mean, variance } = inputs as Record<
          string,
          tf.Tensor
        >;
        const [count, height, width] = input.shape as [number, number, number];
        const values = count * height * width;
        const inverseDeviation = tf.rsqrt(tf.add(variance, attrs!.epsilon as number));
        const normalized = tf.mul(tf.sub(input, mean), inverseDeviation);
        const offsetGradient = tf.sum(outputGradient, [0, 1, 2]);
        const scaleGradient = tf.sum(tf.mul(outputGradient, normalized), [0, 1, 2]);
        const throughStatistics = tf.add(offsetGradient, tf.mul(normalized, scaleGradient));
        const inputGradient = tf.mul(
          tf.mul(scale, inverseDeviation),
          tf.sub(outputGradient, tf.div(throughStatistics, values)),
        );
        return [inputGradient, scaleGradient, offsetGradient];
      }),
  });
  tf.registerKernel({
    kernelName: RELU_GRADIENT,
    backendName,
    kernelFunc: ({ inputs }) =>
      tf.tidy(() => {
        const { outputGradient, output } = inputs as Record<string, tf.Tensor>;
        return tf.mul(outputGradient, tf.step(output));
      }),
  });
}
