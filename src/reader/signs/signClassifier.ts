import * as tf from '@tensorflow/tfjs-core';
import { KIND_COUNT } from './signKinds';
import { signProbabilities, signTensors, type SignWeights } from './signNetwork';
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

/** Makes a network tell signs apart. */
export function createSignClassifier(weights: SignWeights): SignClassifier {
  const tensors = signTensors(weights);
  const classify: ClassifySigns = async (windows, count) => {
    const answers = new Float32Array(count * KIND_COUNT);
    for (let first = 0; first < count; first += BATCH) {
      const size = Math.min(BATCH, count - first);
      const batch = windows.subarray(first * PIXELS, (first + size) * PIXELS);
      const probabilities = tf.tidy(() =>
        signProbabilities(tensors, tf.tensor4d(batch, [size, WINDOW_SIDE, WINDOW_SIDE, 1])),
      );
      answers.set(await probabilities.data<'float32'>(), first * KIND_COUNT);
      probabilities.dispose();
    }
    return answers;
  };
  return Object.assign(classify, {
    dispose: () => {
      tf.dispose(tensors.flatMap(({ filter, bias }) => [filter, bias]));
    },
  });
}
