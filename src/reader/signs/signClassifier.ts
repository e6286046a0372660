import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { compile } from '../../engine/compile';
import { KIND_COUNT } from './signKinds';
import { WINDOW_SIDE } from './signWindow';

/** Says which signs the middles of windows hold. */
export type ClassifySigns = (
  /** Local contrast; [count, 48, 48]. */
  windows: Float32Array,
  /** How many windows there are. */
  count: number,
) => Promise<Float32Array>;

/** A network that tells signs apart: probabilities of the signs and of none for every window. */
export type SignClassifier = ClassifySigns & {
  /** Frees the network. */
  readonly dispose: () => void;
};

const PIXELS = WINDOW_SIDE ** 2;
/** How many windows are looked at in one go: few enough to stay in the processor's cache. */
const BATCH = 64;

/**
 * Makes a network tell signs apart.
 *
 * @param model as `createSignNetwork` builds it; belongs to the classifier from now on
 */
export function createSignClassifier(model: tfl.LayersModel): SignClassifier {
  const answer = compile(([windows]) => [model.predictOnBatch(windows) as tf.Tensor], {
    constants: model.weights.map((weight) => weight.read()),
  });
  const classify: ClassifySigns = async (windows, count) => {
    const answers = new Float32Array(count * KIND_COUNT);
    for (let first = 0; first < count; first += BATCH) {
      const size = Math.min(BATCH, count - first);
      // Filled up with empty ones, so that the engine meets one shape.
      const batch = new Float32Array(BATCH * PIXELS);
      batch.set(windows.subarray(first * PIXELS, (first + size) * PIXELS));
      const [probabilities] = tf.tidy(() =>
        answer.run([tf.tensor4d(batch, [BATCH, WINDOW_SIDE, WINDOW_SIDE, 1])]),
      );
      const values = await probabilities.data<'float32'>();
      answers.set(values.subarray(0, size * KIND_COUNT), first * KIND_COUNT);
      probabilities.dispose();
    }
    return answers;
  };
  return Object.assign(classify, {
    dispose: () => {
      answer.dispose();
      model.dispose();
    },
  });
}
