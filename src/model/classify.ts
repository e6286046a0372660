import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { imageTensor } from './imageTensor';

/** Ten probabilities for every image; the digit is the position. */
export type ClassifyDigits = (
  /** Ink in 0..255, normalised as MNIST's digits are; [count, 28, 28]. */
  images: Uint8Array,
  /** How many images there are. */
  count: number,
) => Promise<Float32Array>;

/** Large enough to keep the engine busy, small enough for the memory of a laptop. */
const BATCH_SIZE = 500;

/**
 * Lets a network classify images, a batch at a time.
 *
 * @param model from [count, 28, 28, 1] to [count, 10]
 * @param images ink in 0..255; [count, 28, 28]
 * @param count how many images there are; 0 is allowed
 * @returns probabilities; [count, 10]
 * @throws RangeError where the number of pixels does not fit the count
 */
export async function classifyDigits(
  model: tfl.LayersModel,
  images: Uint8Array,
  count: number,
): Promise<Float32Array> {
  const pixels = 28 * 28;
  if (images.length !== count * pixels) {
    throw new RangeError(
      `expected ${count} images of 28x28 pixels (${count * pixels} values), found ${images.length} values`,
    );
  }
  const probabilities = new Float32Array(count * 10);
  for (let start = 0; start < count; start += BATCH_SIZE) {
    const size = Math.min(BATCH_SIZE, count - start);
    const batch = images.subarray(start * pixels, (start + size) * pixels);
    const answer = tf.tidy(() => model.predictOnBatch(imageTensor(batch)) as tf.Tensor);
    probabilities.set(await answer.data<'float32'>(), start * 10);
    answer.dispose();
  }
  return probabilities;
}
