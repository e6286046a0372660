import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { maxPoolGradient } from './maxPoolGradient';

interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: number | 'valid' | 'same';
  readonly inputShape: [number, number, number, number];
  readonly filterShape: [number, number, number, number];
}

function describe(
  inputShape: [number, number, number, number],
  filterShape: [number, number, number, number],
  { strides, pad }: ConvolutionAttributes,
): tf.backend_util.Conv2DInfo {
  return tf.backend_util.computeConv2DInfo(inputShape, filterShape, strides, 1, pad);
}

/** Puts `stride - 1` zeros between neighbouring rows and columns; [count, height, width, channels]. */
function spread(x: tf.Tensor4D, strideHeight: number, strideWidth: number): tf.Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [count, height, width, channels] = x.shape;
  const padded = tf.pad(tf.reshape(x, [count * height, 1, width, 1, channels]), [
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  const whole = tf.reshape(padded, [count, height * strideHeight, width * strideWidth, channels]);
  return tf.slice(
    whole as tf.Tensor4D,
    [0, 0, 0, 0],
    [count, (height - 1) * strideHeight + 1, (width - 1) * strideWidth + 1, channels],
  );
}

/** The gradient of a convolution with respect to its filter. */
function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  attributes: ConvolutionAttributes,
): tf.Tensor {
  const { filterShape } = attributes;
  const info = describe(x.shape, filterShape, attributes);
  const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth } = info;
  // The filter saw x at every place of dy, so dy slides over x as a filter with the batch as channels.
  const padded = tf.pad(x, [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ]);
  const images = tf.transpose(padded, [3, 1, 2, 0]); // [inChannels, height, width, count]
  const filters = tf.transpose(dy, [1, 2, 0, 3]); // [outHeight, outWidth, count, outChannels]
  const gradient = tf.conv2d(images, filters, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
  // Where the stride does not divide the input, the last rows and columns were never seen.
  const seen = tf.slice(gradient, [0, 0, 0, 0], [-1, filterHeight, filterWidth, -1]);
  return tf.transpose(seen, [1, 2, 0, 3]); // [filterHeight, filterWidth, inChannels, outChannels]
}

/** The gradient of a convolution with respect to its input. */
function inputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  attributes: ConvolutionAttributes,
): tf.Tensor {
  const { inputShape } = attributes;
  const info = describe(inputShape, filter.shape, attributes);
  const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth, inHeight, inWidth } = info;
  // The turned filter slides over dy; around it lies as much paper as gives the input's size back.
  const spaced = spread(dy, strideHeight, strideWidth);
  const top = filterHeight - 1 - padInfo.top;
  const left = filterWidth - 1 - padInfo.left;
  const bottom = inHeight + filterHeight - 1 - top - spaced.shape[1];
  const right = inWidth + filterWidth - 1 - left - spaced.shape[2];
  const padded = tf.pad(spaced, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
  const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
  return tf.conv2d(padded, turned, 1, 'valid');
}

function registerGradientKernel(
  kernelName: string,
  calculate: (inputs: tf.NamedTensorMap, attributes: ConvolutionAttributes) => tf.Tensor,
): void {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) =>
      tf.tidy(() =>
        calculate(inputs as tf.NamedTensorMap, attrs as unknown as ConvolutionAttributes),
      ),
  });
}

/** Registers what the WebAssembly backend lacks, or does slowly, for training convolutions. */
export function registerWasmKernels(): void {
  registerGradientKernel('Conv2DBackpropFilter', ({ x, dy }, attributes) =>
    filterGradient(x as tf.Tensor4D, dy as tf.Tensor4D, attributes),
  );
  // The backend's own kernel is a plain loop; as a convolution the gradient runs ten times faster.
  tf.unregisterKernel('Conv2DBackpropInput', 'wasm');
  registerGradientKernel('Conv2DBackpropInput', ({ dy, filter }, attributes) =>
    inputGradient(dy as tf.Tensor4D, filter as tf.Tensor4D, attributes),
  );

  registerMaxPoolGradient();
  registerMatrixProduct();
}

interface PoolingAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: number | 'valid' | 'same';
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * The backend's own kernel sends the gradient to the wrong place where a window holds no positive value,
 * and takes five times as long.
 */
function registerMaxPoolGradient(): void {
  tf.unregisterKernel('MaxPoolGrad', 'wasm');
  tf.registerKernel({
    kernelName: 'MaxPoolGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { dy, input } = inputs as Record<string, tf.TensorInfo>;
      const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as PoolingAttributes;
      const pooling = tf.backend_util.computePool2DInfo(
        input.shape as [number, number, number, number],
        filterSize,
        strides,
        1,
        pad,
        dimRoundingMode,
      );
      const wasm = backend as BackendWasm;
      const gradient = wasm.makeOutput(input.shape, 'float32');
      const values = (tensor: tf.TensorInfo): Float32Array =>
        wasm.typedArrayFromHeap(tensor) as Float32Array;
      values(gradient).fill(0);
      maxPoolGradient(values(input), values(dy), values(gradient), pooling);
      return gradient;
    },
  });
}

/** The backend multiplies transposed matrices ten times as slowly as it transposes and multiplies them. */
function registerMatrixProduct(): void {
  const plain = tf.getKernel('BatchMatMul', 'wasm');
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel({
    ...plain,
    kernelFunc: (call) =>
      tf.tidy(() => {
        const { a, b } = call.inputs as Record<string, tf.Tensor>;
        const { transposeA, transposeB } = call.attrs as Record<string, boolean>;
        const turn = (matrices: tf.Tensor): tf.Tensor => tf.transpose(matrices, [0, 2, 1]);
        const inputs = { a: transposeA ? turn(a) : a, b: transposeB ? turn(b) : b };
        const attrs = { transposeA: false, transposeB: false };
        return plain.kernelFunc({ ...call, inputs, attrs }) as tf.Tensor;
      }),
  });
}
