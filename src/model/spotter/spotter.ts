import * as tf from '@tensorflow/tfjs-core';
import type { Plane } from '../../data/picture';
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

/** The tensors of each unit, and of the answers. */
type SpotterTensors = Readonly<
  Record<SpotterUnitName | 'answers', { readonly filter: tf.Tensor4D; readonly bias: tf.Tensor1D }>
>;

/** Brings a spotter to the engine. */
export function spotterTensors(folded: FoldedSpotter): SpotterTensors {
  const units = Object.entries(folded).map(([name, { filter, bias }]) => [
    name,
    {
      filter: tf.tensor4d(filter, filterShapes[name as SpotterUnitName]),
      bias: tf.tensor1d(bias),
    },
  ]);
  return Object.fromEntries(units) as SpotterTensors;
}

/**
 * What a spotter answers that has learned.
 *
 * @param pictures [count, height, width, 1]; both sides multiples of 16
 * @returns [count, height / 4, width / 4, 15]
 */
export function spotterAnswers(tensors: SpotterTensors, pictures: tf.Tensor4D): tf.Tensor4D {
  const features = spotterFeatures(pictures, (name, x, activation) => {
    const { filter, bias } = tensors[name];
    const { stride: strides } = spotterUnits[name];
    return tf.fused.conv2d({ x, filter, bias, strides, pad: 'same', activation });
  });
  const { filter, bias } = tensors.answers;
  return tf.fused.conv2d({ x: features, filter, bias, strides: 1, pad: 'same' });
}

/**
 * Makes a network find digits.
 *
 * @param folded its filters and biases
 */
export function createSpotter(folded: FoldedSpotter): Spotter {
  const tensors = spotterTensors(folded);
  const find: FindDigits = async ({ width, height, data }) => {
    const rows = Math.ceil((height + 2 * MARGIN) / SIDE_MULTIPLE) * SIDE_MULTIPLE;
    const columns = Math.ceil((width + 2 * MARGIN) / SIDE_MULTIPLE) * SIDE_MULTIPLE;
    const framed = new Float32Array(rows * columns);
    for (let row = 0; row < height; row++) {
      const line = data.subarray(row * width, (row + 1) * width);
      framed.set(line, (row + MARGIN) * columns + MARGIN);
    }
    const answers = tf.tidy(() =>
      spotterAnswers(tensors, tf.tensor4d(framed, [1, rows, columns, 1])),
    );
    const values = await answers.data<'float32'>();
    answers.dispose();
    const places = { rows: rows / STRIDE, columns: columns / STRIDE };
    return findSpots(values, places).map(({ box: { x0, y0, x1, y1 }, ...spot }) => ({
      ...spot,
      box: { x0: x0 - MARGIN, y0: y0 - MARGIN, x1: x1 - MARGIN, y1: y1 - MARGIN },
    }));
  };
  return Object.assign(find, {
    dispose: () => {
      tf.dispose(Object.values(tensors).flatMap(({ filter, bias }) => [filter, bias]));
    },
  });
}
