import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { MODEL, modelNames } from '../../files/shippedModels';
import { encodeModel, WEIGHTS } from './encodeModel';
import type { ModelCard } from './modelCard';
import { makeFolder } from '../../files/makeFolder';
import { readJson, replaceTogether, sha256, writeWhole } from '../../files/wholeFile';

const CARD = 'card.json';

/**
 * Saves a network in the standard layers-model format of tfjs, its weights in half precision.
 *
 * @param folder is created where it does not exist; gets model.json and weights.bin, and loses an earlier card
 * @returns the SHA-256 of weights.bin
 * @throws WriteError where the disk does not take it; an earlier model is then still there
 */
export async function saveModel(model: tfl.LayersModel, folder: string): Promise<string> {
  const { description, weights } = await encodeModel(model);
  makeFolder(folder);
  replaceTogether(
    [{ path: join(folder, WEIGHTS), content: weights }],
    { path: join(folder, MODEL), content: JSON.stringify(description) },
    join(folder, CARD),
  );
  return sha256(weights);
}

/** Writes the card of a model beside it. */
export function saveCard(card: ModelCard, folder: string): void {
  writeWhole(join(folder, CARD), `${JSON.stringify(card, null, 2)}\n`);
}

/**
 * Reads the card of a model.
 *
 * @returns undefined where the model has none
 * @throws Error where it is damaged
 */
export function loadCard(folder: string): ModelCard | undefined {
  const path = join(folder, CARD);
  return existsSync(path) ? (readJson(path) as ModelCard) : undefined;
}

interface ModelDescription {
  readonly modelTopology?: object;
  readonly weightsManifest?: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
}

function readDescription(path: string): Required<ModelDescription> {
  if (!existsSync(path)) {
    const known = modelNames().join(', ') || 'none';
    throw new Error(
      `${path}: expected a model, found no such file; models that come with the project: ${known}; ` +
        '`npm run train` makes new ones',
    );
  }
  const description = readJson(path) as ModelDescription;
  const { modelTopology, weightsManifest } = description;
  if (!modelTopology || !weightsManifest) {
    throw new Error(
      `${path}: expected a tfjs layers model, found no topology or no list of weights`,
    );
  }
  return { modelTopology, weightsManifest };
}

function readWeights(folder: string, paths: readonly string[], expected: number): Uint8Array {
  const bytes = Buffer.concat(
    paths.map((name) => {
      const path = join(folder, name);
      if (!existsSync(path))
        throw new Error(`${path}: expected the model's weights, found no file`);
      return readFileSync(path);
    }),
  );
  if (bytes.length !== expected) {
    throw new Error(
      `${join(folder, paths.join(', '))}: expected ${expected} bytes of weights, found ${bytes.length}; ` +
        'the file is damaged, get or train the model again',
    );
  }
  const published = loadCard(folder)?.weights;
  if (published && published !== sha256(bytes)) {
    throw new Error(
      `${join(folder, paths.join(', '))}: expected the SHA-256 of its card (${published}), ` +
        `found ${sha256(bytes)}; get or train the model again`,
    );
  }
  return bytes;
}

function bytesOf({ shape, dtype, quantization }: tf.io.WeightsManifestEntry): number {
  const stored = quantization?.dtype ?? dtype;
  const bytes = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 }[
    stored as string
  ];
  if (bytes === undefined) throw new Error(`expected weights that are numbers, found ${stored}`);
  return tf.util.sizeFromShape(shape) * bytes;
}

/**
 * Loads a network from a folder.
 *
 * @param folder holds model.json and its weights
 * @throws Error where a file is missing, damaged, or describes something that is not a network for digits
 */
export async function loadModel(folder: string): Promise<tfl.LayersModel> {
  const { modelTopology, weightsManifest } = readDescription(join(folder, MODEL));
  const entries = weightsManifest.flatMap((group) => group.weights);
  const paths = weightsManifest.flatMap((group) => group.paths);
  const expected = entries.reduce((total, entry) => total + bytesOf(entry), 0);
  const weights = readWeights(folder, paths, expected);
  let model: tfl.LayersModel;
  try {
    model = await tfl.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: entries,
        weightData: new Uint8Array(weights).buffer,
      }),
    );
  } catch (error) {
    throw new Error(`${join(folder, MODEL)}: tfjs cannot build it: ${(error as Error).message}`, {
      cause: error,
    });
  }
  checkShapes(join(folder, MODEL), model);
  return model;
}

/**
 * Makes sure that a model is a network for digits.
 *
 * @param path what the error calls it
 * @throws Error where it takes or gives anything else
 */
export function checkShapes(path: string, { inputs, outputs }: tfl.LayersModel): void {
  const shapes = `${JSON.stringify(inputs[0].shape)} to ${JSON.stringify(outputs[0].shape)}`;
  if (shapes !== '[null,28,28,1] to [null,10]') {
    throw new Error(
      `${path}: expected a network from [null,28,28,1] to [null,10], found ${shapes}`,
    );
  }
}
