import * as tf from '@tensorflow/tfjs-core';

/** The kernel of ReLU's gradient: the output's gradient where the output is positive, 0 elsewhere. */
export const RELU_GRADIENT = 'ReluGradient';

/**
 * Makes one kernel of ReLU's gradient; tfjs composes it of Step and Multiply, and its native Step of
 * five operations more. To be called after tfjs has registered its own gradients.
 */
export function registerReluGradient(): void {
  tf.registerGradient({
    kernelName: 'Relu',
    outputsToSave: [true],
    gradFunc: (outputGradient, [output]) => ({
      x: () =>
        tf
          .engine()
          .runKernel(RELU_GRADIENT, { outputGradient, output } as unknown as tf.NamedTensorMap),
    }),
  });
}
