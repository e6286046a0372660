import * as tf from '@tensorflow/tfjs-core';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node/dist/nodejs_kernel_backend';
import type { TFEOpAttr } from '@tensorflow/tfjs-node/dist/tfjs_binding';
import { BATCH_NORMALIZATION, BATCH_NORMALIZATION_GRADIENT } from './batchNormalization';
import { RELU_GRADIENT } from './reluGradient';

function nativeBackend(): NodeJSKernelBackend {
  return tf.backend() as NodeJSKernelBackend;
}

function floatType(name: string): TFEOpAttr {
  const { binding } = nativeBackend();
  return { name, type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT };
}

function batchNormalizationAttributes(epsilon: number): TFEOpAttr[] {
  const { binding } = nativeBackend();
  return [
    floatType('T'),
    floatType('U'),
    { name: 'epsilon', type: binding.TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: binding.TF_ATTR_BOOL, value: true },
  ];
}

/** Registers TensorFlow's own kernels where tfjs would compose an operation of many small ones. */
export function registerNativeKernels(): void {
  tf.registerKernel({
    kernelName: BATCH_NORMALIZATION,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, attrs }) => {
      const { input, scale, offset } = inputs as Record<string, tf.TensorInfo>;
      const none = tf.tensor1d([]);
      const outputs = nativeBackend().executeMultipleOutputs(
        'FusedBatchNormV3',
        batchNormalizationAttributes(attrs!.epsilon as number),
        [input, scale, offset, none, none],
        6,
      );
      // Outputs 1 and 2 are the moving averages, with Bessel's correction; 3 and 4 the batch's own.
      const [output, , , mean, variance] = outputs;
      tf.dispose([none, outputs[1], outputs[2], outputs[5]]);
      return [output, mean, variance];
    },
  });
  tf.registerKernel({
    kernelName: BATCH_NORMALIZATION_GRADIENT,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs, attrs }) => {
      const { outputGradient, input, scale, mean, variance } = inputs as Record<
        string,
        tf.TensorInfo
      >;
      const none = tf.tensor1d([]);
      const outputs = nativeBackend().executeMultipleOutputs(
        'FusedBatchNormGradV3',
        batchNormalizationAttributes(attrs!.epsilon as number),
        [outputGradient, input, scale, mean, variance, none],
        5,
      );
      tf.dispose([none, outputs[3], outputs[4]]);
      return outputs.slice(0, 3);
    },
  });
  tf.registerKernel({
    kernelName: RELU_GRADIENT,
    backendName: 'tensorflow',
    kernelFunc: ({ inputs }) => {
      const { outputGradient, output } = inputs as Record<string, tf.TensorInfo>;
      return nativeBackend().executeSingleOutput(
        'ReluGrad',
        [floatType('T')],
        [outputGradient, output],
      );
    },
  });
}
