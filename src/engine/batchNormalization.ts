import * as tf from '@tensorflow/tfjs-core';

/** The kernel that normalises a batch by its own statistics, and the one of its gradient. */
export const BATCH_NORMALIZATION = 'TrainingBatchNormalization';
export const BATCH_NORMALIZATION_GRADIENT = 'TrainingBatchNormalizationGradient';

/** A batch normalised by its own statistics. */
export interface NormalizedBatch {
  /** The same shape as the input: [count, height, width, channels]. */
  readonly output: tf.Tensor4D;
  /** The mean of each channel over the batch; [channels]. */
  readonly mean: tf.Tensor1D;
  /** The variance of each channel over the batch; [channels]. */
  readonly variance: tf.Tensor1D;
}

/**
 * Normalises every channel of a batch to mean 0 and variance 1, then scales and shifts it.
 *
 * Batch normalisation as in training (Ioffe and Szegedy, arXiv 1502.03167). tfjs composes it and its
 * gradient of some thirty small operations; here each engine brings one kernel for either.
 *
 * @param input shape [count, height, width, channels]
 * @param scale factor of each channel; [channels]
 * @param offset summand of each channel; [channels]
 * @param epsilon added to the variance before its root is taken, above 0
 */
export function normalizeBatch(
  input: tf.Tensor4D,
  scale: tf.Tensor,
  offset: tf.Tensor,
  epsilon: number,
): NormalizedBatch {
  const inputs = { input, scale, offset } as tf.NamedTensorMap;
  const [output, mean, variance] = tf
    .engine()
    .runKernel<tf.Tensor[]>(BATCH_NORMALIZATION, inputs, { epsilon });
  return {
    output: output as tf.Tensor4D,
    mean: mean as tf.Tensor1D,
    variance: variance as tf.Tensor1D,
  };
}

tf.registerGradient({
  kernelName: BATCH_NORMALIZATION,
  inputsToSave: ['input', 'scale'],
  outputsToSave: [false, true, true],
  gradFunc: (gradients, [input, scale, mean, variance], attributes) => {
    // The statistics go into the moving averages alone, so only the output's gradient matters.
    const [outputGradient] = gradients as tf.Tensor[];
    const [inputGradient, scaleGradient, offsetGradient] = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        BATCH_NORMALIZATION_GRADIENT,
        { outputGradient, input, scale, mean, variance },
        attributes,
      );
    return {
      input: () => inputGradient,
      scale: () => scaleGradient,
      offset: () => offsetGradient,
    };
  },
});
