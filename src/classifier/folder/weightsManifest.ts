import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { isInsideFolder } from '../../files/insideFolder';
import { quote } from '../../numbers/quote';
import { isLength, isObject, isText } from '../../numbers/jsonValues';
import { refuse } from '../settings/rules';

/** Which files hold which weights, as tfjs writes it. */
export type WeightsManifest = readonly {
  readonly paths: readonly string[];
  readonly weights: readonly tf.io.WeightsManifestEntry[];
}[];

const bytesOfType: Readonly<Record<string, number>> = {
  ...{ float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 },
};

const isList = (value: unknown, isRight: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isRight);

const isNumberType = (value: unknown): boolean =>
  isText(value) && Object.hasOwn(bytesOfType, value);

function isQuantization(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value) || !isNumberType(value.dtype)) return false;
  // Whole numbers stand for others by a line.
  return value.dtype === 'float16' || [value.scale, value.min].every(Number.isFinite);
}

/**
 * Makes sure that a list of weights is one.
 *
 * @throws RangeError where it is not
 */
export function checkManifest(manifest: unknown): asserts manifest is WeightsManifest {
  if (!Array.isArray(manifest)) refuse('weightsManifest', 'a list', manifest);
  for (const group of manifest as readonly unknown[]) {
    if (!isObject(group)) refuse('weightsManifest', 'groups of weights', group);
    const { paths, weights } = group;
    if (!isList(paths, isText)) refuse('paths', 'a list of file names', paths);
    if (!Array.isArray(weights)) refuse('weights', 'a list', weights);
    for (const entry of weights as readonly unknown[]) {
      const isRight =
        isObject(entry) &&
        isText(entry.name) &&
        isList(entry.shape, isLength) &&
        isNumberType(entry.dtype) &&
        isQuantization(entry.quantization);
      if (!isRight) refuse('weights', 'a name, a shape and a type of numbers', entry);
    }
  }
}

/** How many bytes a weight takes in its file. */
export function bytesOf({ shape, dtype, quantization }: tf.io.WeightsManifestEntry): number {
  return tf.util.sizeFromShape(shape) * bytesOfType[quantization?.dtype ?? dtype];
}

/**
 * The path of a file of weights.
 *
 * @param folder the model's
 * @param name as the model names it: a model that comes from elsewhere must not read what else is on a computer
 * @throws Error where there is no such file, or it lies outside of the folder, be it by a link
 */
export function weightsPath(folder: string, name: string): string {
  const path = join(folder, name);
  if (!isInsideFolder(folder, name)) {
    throw new Error(
      `${join(folder, 'model.json')}: expected weights inside the folder of the model, found ${quote(name)}`,
    );
  }
  if (name.includes('\0') || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`${join(folder, quote(name))}: expected the model's weights, found no file`);
  }
  return path;
}
