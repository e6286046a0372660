import * as tf from '@tensorflow/tfjs-core';
import type { Plane } from '../../data/picture';
import { compile } from '../../engine/compile';
import { findSpots, type Spot } from './findSpots';
import {
  SIDE_MULTIPLE,
  spotterFeatures,
  spotterUnits,
  STRIDE,
  type SpotterUnitName,
} from './spotterNetwork';
import { filterShapes, type FoldedSpotter } from './spotterWeights';

/** Finds the digits of a plane of local contrast, those 12 to 54 pixels high. */
export type FindDigits = (contrast: Plane<Float32Array>) => Promise<Spot[]>;

/** A network that finds digits. */
export type Spotter = FindDigits & {
  /** Frees the network. */
  readonly dispose: () => void;
};

/** Empty paper around the picture, in pixels, so that digits at its border are seen as others are. */
const MARGIN = 24;

/**
 * Makes a network find digits.
 *
 * @param folded its filters and biases
 */
export function createSpotter(folded: FoldedSpotter): Spotter {
  const tensors = Object.fromEntries(
    Object.entries(folded).map(([name, { filter, bias }]) => [
      name,
      {
        filter: tf.tensor4d(filter, filterShapes[name as SpotterUnitName]),
        bias: tf.tensor1d(bias),
      },
    ]),
  ) as Record<SpotterUnitName | 'answers', { filter: tf.Tensor4D; bias: tf.Tensor1D }>;
  const constants = Object.values(tensors).flatMap(({ filter, bias }) => [filter, bias]);
  const answer = ([pictures]: readonly tf.Tensor[]): tf.Tensor[] => {
    const features = spotterFeatures(pictures as tf.Tensor4D, (name, x) => {
      const { filter, bias } = tensors[name];
      return tf.add(tf.conv2d(x, filter, spotterUnits[name].stride, 'same'), bias);
    });
    const { filter, bias } = tensors.answers;
    return [tf.add(tf.conv2d(features, filter, 1, 'same'), bias)];
  };
  const compiled = compile(answer, { constants });

  const find: FindDigits = async ({ width, height, data }) => {
    const rows = Math.ceil((height + 2 * MARGIN) / SIDE_MULTIPLE) * SIDE_MULTIPLE;
    const columns = Math.ceil((width + 2 * MARGIN) / SIDE_MULTIPLE) * SIDE_MULTIPLE;
    const framed = new Float32Array(rows * columns);
    for (let row = 0; row < height; row++) {
      const line = data.subarray(row * width, (row + 1) * width);
      framed.set(line, (row + MARGIN) * columns + MARGIN);
    }
    const [answers] = tf.tidy(() => answer([tf.tensor4d(framed, [1, rows, columns, 1])]));
    const values = await answers.data<'float32'>();
    answers.dispose();
    const places = { rows: rows / STRIDE, columns: columns / STRIDE };
    return findSpots(values, places).map((spot) => ({
      ...spot,
      box: {
        x0: spot.box.x0 - MARGIN,
        y0: spot.box.y0 - MARGIN,
        x1: spot.box.x1 - MARGIN,
        y1: spot.box.y1 - MARGIN,
      },
    }));
  };
  return Object.assign(find, {
    dispose: () => {
      compiled.dispose();
      tf.dispose(constants);
    },
  });
}
