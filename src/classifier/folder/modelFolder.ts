import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { readRegularFile } from '../../files/regularFile';
import { MODEL, modelNames } from '../../files/shippedModels';
import { requireEngine } from '../../engine/requireEngine';
import { naming, oneLine, quote } from '../../numbers/quote';
import { isObject } from '../../numbers/jsonValues';
import { buildModel } from './buildModel';
import { encodeModel, WEIGHTS } from './encodeModel';
import type { ModelCard } from './modelCard';
import { checkVersion, FORMAT_VERSION } from '../../files/formatVersion';
import { makeFolder } from '../../files/makeFolder';
import { readJson, replaceTogether, sha256, writeWhole } from '../../files/wholeFile';
import { bytesOf, checkManifest, weightsPath, type WeightsManifest } from './weightsManifest';

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
  const file = { version: FORMAT_VERSION, ...card };
  writeWhole(join(folder, CARD), `${JSON.stringify(file, null, 2)}\n`);
}

/**
 * Reads the card of a model.
 *
 * @returns undefined where the model has none
 * @throws Error where it is damaged
 */
export function loadCard(folder: string): ModelCard | undefined {
  const path = join(folder, CARD);
  if (!existsSync(path)) return undefined;
  const card = readJson(path);
  const hasHash = isObject(card) && ['string', 'undefined'].includes(typeof card.weights);
  if (hasHash) {
    const { version, ...content } = card;
    checkVersion(path, version);
    return content as unknown as ModelCard;
  }
  throw new Error(`${path}: expected the card of a model, found ${quote(card)}`);
}

interface ModelDescription {
  readonly modelTopology: unknown;
  readonly weightsManifest: WeightsManifest;
}

function readDescription(path: string): ModelDescription {
  if (!existsSync(path)) {
    const known = modelNames().join(', ') || 'none';
    throw new Error(
      `${path}: expected a model, found no such file; models that come with the project: ${known}; ` +
        '`npm run train` makes new ones',
    );
  }
  const description = readJson(path);
  if (!isObject(description) || !description.modelTopology || !description.weightsManifest) {
    throw new Error(
      `${path}: expected a tfjs layers model, found no topology or no list of weights`,
    );
  }
  const { modelTopology, weightsManifest } = description;
  checkManifest(weightsManifest);
  return { modelTopology, weightsManifest };
}

function readWeights(folder: string, names: readonly string[], expected: number): Uint8Array {
  const paths = names.map((name) => weightsPath(folder, name));
  const shown = oneLine(join(folder, names.join(', ')));
  // Before anything is read: a file may be larger than the memory.
  const found = paths.reduce((total, path) => total + statSync(path).size, 0);
  if (found !== expected) {
    throw new Error(
      `${shown}: expected ${expected} bytes of weights, found ${found}; ` +
        'the file is damaged, get or train the model again',
    );
  }
  const bytes = Buffer.concat(paths.map((path) => readRegularFile(path, 'weights')));
  const published = loadCard(folder)?.weights;
  if (published && published !== sha256(bytes)) {
    throw new Error(
      `${shown}: expected the SHA-256 of its card (${oneLine(published)}), ` +
        `found ${sha256(bytes)}; get or train the model again`,
    );
  }
  return bytes;
}

/**
 * Loads a network from a folder.
 *
 * @param folder holds model.json and its weights
 * @throws Error where a file is missing, damaged, or describes something that is not a network for digits,
 *   and where no engine has been started
 */
export async function loadModel(folder: string): Promise<tfl.LayersModel> {
  requireEngine();
  const path = join(folder, MODEL);
  const { modelTopology, weightsManifest } = naming(path, () => readDescription(path));
  const entries = weightsManifest.flatMap((group) => group.weights);
  const paths = weightsManifest.flatMap((group) => group.paths);
  const expected = entries.reduce((total, entry) => total + bytesOf(entry), 0);
  const weights = readWeights(folder, paths, expected);
  const count = entries.reduce((total, { shape }) => total + tf.util.sizeFromShape(shape), 0);
  return buildModel(path, modelTopology, count, (model) => {
    const tensors = tf.io.decodeWeights(new Uint8Array(weights).buffer, entries);
    try {
      model.loadWeights(tensors);
    } finally {
      tf.dispose(tensors);
    }
  });
}
