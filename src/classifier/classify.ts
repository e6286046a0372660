import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { compile } from '../engine/compile';
import { imageTensor } from './imageTensor';

/** Ten probabilities for every image; the digit is the position. */
export type ClassifyDigits = (
  /** Ink in 0..255, normalised as MNIST's digits are; [count, 28, 28]. */
  images: Uint8Array,
  /** How many images there are. */
  count: number,
) => Promise<Float32Array>;

/** A network that classifies. */
export type Classifier = ClassifyDigits & {
  /** Frees what the engine keeps to be fast; the network stays. */
  readonly dispose: () => void;
};

const PIXELS = 28 * 28;
/** How many digits there are. */
export const CLASSES = 10;

/** Large enough to keep the engine busy, small enough for the memory of a laptop. */
const LARGEST_BATCH = 1024;

/** How many images a layer hands to the next at once: few enough to stay in the processor's cache. */
const PART = 64;

/** Fills a batch up to a power of two, so that the engine meets few shapes. */
function fillUp(images: Uint8Array, count: number): Uint8Array {
  const batch = new Uint8Array(2 ** Math.ceil(Math.log2(count)) * PIXELS);
  batch.set(images);
  return batch;
}

/**
 * Lets a network classify images, a batch at a time; one that is going to be asked often gets faster.
 *
 * @param model from [count, 28, 28, 1] to [count, 10]; its weights must not change any more
 * @returns a function that takes any number of images, 0 included, and rejects with a RangeError where the
 *   number of pixels does not fit the count
 */
export function createClassifier(model: tfl.LayersModel): Classifier {
  const predict = (images: tf.Tensor): tf.Tensor => model.predictOnBatch(images) as tf.Tensor;
  // A graph calculates parts that do not depend on each other at the same time.
  const predictParts = ([images]: readonly tf.Tensor[]): tf.Tensor[] => {
    const parts = Math.ceil(images.shape[0] / PART);
    return [parts > 1 ? tf.concat(tf.split(images, parts).map(predict)) : predict(images)];
  };
  const compiled = compile(predictParts, {
    constants: model.weights.map((weight) => weight.read()),
  });
  const sizesMet = new Set<number>();

  const classify = async (images: Uint8Array, count: number): Promise<Float32Array> => {
    if (images.length !== count * PIXELS) {
      throw new RangeError(
        `expected ${count} images of 28x28 pixels (${count * PIXELS} values), found ${images.length} values`,
      );
    }
    const probabilities = new Float32Array(count * CLASSES);
    for (let start = 0; start < count; start += LARGEST_BATCH) {
      const end = Math.min(start + LARGEST_BATCH, count);
      const batch = fillUp(images.subarray(start * PIXELS, end * PIXELS), end - start);
      // Compiling takes longer than a batch: it pays for sizes that come again.
      const run = sizesMet.has(batch.length) ? compiled.run : predictParts;
      sizesMet.add(batch.length);
      const [answer] = tf.tidy(() => run([imageTensor(batch)]));
      const values = await answer.data<'float32'>();
      probabilities.set(values.subarray(0, (end - start) * CLASSES), start * CLASSES);
      answer.dispose();
    }
    return probabilities;
  };
  return Object.assign(classify, { dispose: compiled.dispose });
}

/**
 * Lets a network classify images once; see {@link createClassifier}.
 *
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
  const classify = createClassifier(model);
  try {
    return await classify(images, count);
  } finally {
    classify.dispose();
  }
}
