import type * as tf from '@tensorflow/tfjs-core';

/**
 * The gradient of max pooling: each window hands its gradient to its largest value, the first of equals.
 *
 * @param input what was pooled; [count, height, width, channels]
 * @param outputGradient the gradient of what came out; [count, outHeight, outWidth, channels]
 * @param inputGradient where to add the result, zeros at first; the shape of the input
 * @param pooling sizes, strides and padding
 */
export function maxPoolGradient(
  input: Float32Array,
  outputGradient: Float32Array,
  inputGradient: Float32Array,
  pooling: tf.backend_util.Conv2DInfo,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels: channels } = pooling;
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo } = pooling;
  let from = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const firstRow = outRow * strideHeight - padInfo.top;
      const [top, bottom] = [Math.max(firstRow, 0), Math.min(firstRow + filterHeight, inHeight)];
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const firstColumn = outColumn * strideWidth - padInfo.left;
        const left = Math.max(firstColumn, 0);
        const right = Math.min(firstColumn + filterWidth, inWidth);
        for (let channel = 0; channel < channels; channel++) {
          let largest = ((image * inHeight + top) * inWidth + left) * channels + channel;
          for (let row = top; row < bottom; row++) {
            for (let column = left; column < right; column++) {
              const at = ((image * inHeight + row) * inWidth + column) * channels + channel;
              if (input[at] > input[largest]) largest = at;
            }
          }
          inputGradient[largest] += outputGradient[from++];
        }
      }
    }
  }
}
