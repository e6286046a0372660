import * as tf from '@tensorflow/tfjs-core';
import { centreOf, moveBox } from '../../picture/box';
import { pastePlane } from '../../picture/paste';
import type { Plane } from '../../picture/picture';
import { compile, type Calculation } from '../../engine/compile';
import { decodeDetections, type Detection } from './decodeDetections';
import {
  SIDE_MULTIPLE,
  detectorFeatures,
  detectorUnits,
  STRIDE,
  type DetectorUnitName,
} from './detectorNetwork';
import { filterShapes, type FoldedDetector } from './detectorWeights';

/** Finds the digits of a plane of local contrast: those of the sizes in digitSizes.ts. */
export type DetectDigits = (contrast: Plane<Float32Array>) => Promise<Detection[]>;

/** A network that finds digits. */
export type Detector = DetectDigits & {
  /** Frees the network. */
  readonly dispose: () => void;
};

/** Empty paper around the picture, in pixels, so that digits at its border are seen as others are. */
const MARGIN = 24;

/** The tensors of each unit, and of the answers. */
type DetectorTensors = Readonly<
  Record<DetectorUnitName | 'answers', { readonly filter: tf.Tensor4D; readonly bias: tf.Tensor1D }>
>;

/** Brings a detector to the engine. */
export function detectorTensors(folded: FoldedDetector): DetectorTensors {
  const units = Object.entries(folded).map(([name, { filter, bias }]) => [
    name,
    {
      filter: tf.tensor4d(filter, filterShapes[name as DetectorUnitName]),
      bias: tf.tensor1d(bias),
    },
  ]);
  return Object.fromEntries(units) as DetectorTensors;
}

/**
 * What a detector answers that has learned.
 *
 * @param pictures [count, height, width, 1]; both sides multiples of 16
 * @returns [count, height / 4, width / 4, 15]
 */
export function detectorAnswers(tensors: DetectorTensors, pictures: tf.Tensor4D): tf.Tensor4D {
  const features = detectorFeatures(pictures, (name, x, activation) => {
    const { filter, bias } = tensors[name];
    const { stride: strides } = detectorUnits[name];
    return tf.fused.conv2d({ x, filter, bias, strides, pad: 'same', activation });
  });
  const { filter, bias } = tensors.answers;
  return tf.fused.conv2d({ x: features, filter, bias, strides: 1, pad: 'same' });
}

/** The largest part of a picture that is looked at in one go, in pixels; more would need more memory. */
const MAX_PIXELS = 8e5;
/** How far beyond its own rows a part is looked at, in pixels: as far as the network sees around a place. */
const SIGHT = 96;

/** Pages take some forty looks, those on which all angles are tried about a hundred. */
const LOOKS_BEFORE_COMPILING = 60;

const toMultiple = (side: number): number => Math.ceil(side / SIDE_MULTIPLE) * SIDE_MULTIPLE;

/** Finds the digits of a plane that fits into memory. */
async function findInPart(
  answersTo: Calculation,
  plane: Plane<Float32Array>,
): Promise<Detection[]> {
  const rows = toMultiple(plane.height + 2 * MARGIN);
  const columns = toMultiple(plane.width + 2 * MARGIN);
  const framed = { width: columns, height: rows, data: new Float32Array(rows * columns) };
  pastePlane(framed, plane, MARGIN, MARGIN);
  const answers = tf.tidy(() => answersTo([tf.tensor4d(framed.data, [1, rows, columns, 1])])[0]);
  const values = await answers.data<'float32'>();
  answers.dispose();
  const cells = { rows: rows / STRIDE, columns: columns / STRIDE };
  return decodeDetections(values, cells).map((detection) => ({
    ...detection,
    box: moveBox(detection.box, -MARGIN, -MARGIN),
  }));
}

/**
 * Makes a network find digits.
 *
 * @param folded its filters and biases
 */
export function createDetector(folded: FoldedDetector): Detector {
  const tensors = detectorTensors(folded);
  const constants = Object.values(tensors).flatMap(({ filter, bias }) => [filter, bias]);
  const answer: Calculation = ([pictures]) => [detectorAnswers(tensors, pictures as tf.Tensor4D)];
  const compiled = compile(answer, { constants, anySize: true });
  let looks = 0;
  // Compiling takes as long as it saves on a page: it pays where more are read.
  const answerFast: Calculation = (pictures) =>
    ++looks > LOOKS_BEFORE_COMPILING ? compiled.run(pictures) : answer(pictures);
  const find: DetectDigits = async ({ width, height, data }) => {
    // Empty paper has no contrast at all; all passes over a blank page would find nothing.
    if (data.every((contrast) => contrast === 0)) return [];
    const strip = Math.max(4 * SIGHT, Math.floor(MAX_PIXELS / width));
    if (height <= strip + 2 * SIGHT) return findInPart(answerFast, { width, height, data });
    const detections: Detection[] = [];
    for (let first = 0; first < height; first += strip) {
      const [top, bottom] = [Math.max(0, first - SIGHT), Math.min(height, first + strip + SIGHT)];
      const part = data.subarray(top * width, bottom * width);
      const found = await findInPart(answerFast, { width, height: bottom - top, data: part });
      for (const detection of found) {
        const inPicture = { ...detection, box: moveBox(detection.box, 0, top) };
        const { y: middle } = centreOf(inPicture.box);
        const isFirst = first === 0 || middle >= first;
        const isLast = first + strip >= height || middle < first + strip;
        if (isFirst && isLast) detections.push(inPicture);
      }
    }
    return detections;
  };
  return Object.assign(find, {
    dispose: () => {
      compiled.dispose();
      tf.dispose(constants);
    },
  });
}
