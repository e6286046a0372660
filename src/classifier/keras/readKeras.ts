import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { projectFolder } from '../../files/projectFolder';
import { createThreadLender, startWatchedThread } from '../../files/watchedThread';
import { naming, oneLine, quote, reasonOf } from '../../numbers/quote';
import { buildModel } from '../folder/buildModel';
import { fieldsOf, isObject } from '../../numbers/jsonValues';
import { refuse } from '../settings/rules';
import type { KerasFile } from './kerasFile';
import type { KerasAnswer } from './kerasThread';

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What reading a file may take. */
const LIMITS = { patience: 8, memory: 1e9 };

const threads = createThreadLender<string, KerasAnswer>(() =>
  startWatchedThread(
    join(projectFolder(), 'dist', 'classifier', 'keras', 'kerasThread.js'),
    LIMITS.memory,
  ),
);

/** What Keras 3 says of a layer, as Keras 2 and tfjs say it; networks calculate in float32 here. */
function plainLayer(layer: unknown): Layer {
  if (!isObject(layer) || !isObject(layer.config)) refuse('', 'a layer with its config', layer);
  const { class_name, config } = layer as unknown as Layer;
  const named = Object.entries(config).map(([name, value]): [string, unknown] =>
    name === 'batch_shape' ? ['batch_input_shape', value] : [name, value],
  );
  const plain = named.filter(([name]) => name !== 'dtype');
  return { class_name, config: Object.fromEntries(plain) };
}

/** The layers that tfjs makes a network of: the first one knows what it takes. */
function plainLayers(layers: readonly unknown[]): Layer[] {
  const plain = layers.map(plainLayer);
  const shape = plain.map(({ config }) => config.batch_input_shape).find(Boolean);
  const [first, ...others] = plain.filter(({ class_name }) => class_name !== 'InputLayer');
  if (!(first as Layer | undefined)) refuse('layers', 'layers behind the input', layers);
  return [{ ...first, config: { ...first.config, batch_input_shape: shape } }, ...others];
}

/** The network as tfjs describes it. */
function topologyOf(text: string): object {
  let network: unknown;
  try {
    network = JSON.parse(text);
  } catch (error) {
    throw new RangeError(
      `expected the network as JSON, found: ${oneLine((error as Error).message)}`,
    );
  }
  const { class_name, config } = fieldsOf(network);
  if (class_name !== 'Sequential' || !isObject(config) || !Array.isArray(config.layers)) {
    throw new RangeError(
      `expected a Sequential model, found ${quote(class_name)}; take tensorflowjs_converter for others`,
    );
  }
  return { class_name, config: { name: 'keras', layers: plainLayers(config.layers) } };
}

function loadWeights(model: tfl.LayersModel, file: KerasFile): void {
  for (const layer of model.layers) {
    if (layer.getWeights().length === 0) continue;
    if (!Object.hasOwn(file.weights, layer.name)) {
      throw new RangeError(`expected weights of ${quote(layer.name)}, found none`);
    }
    const weights = file.weights[layer.name].map(({ shape, values }) =>
      tf.tensor(values, [...shape], 'float32'),
    );
    layer.setWeights(weights);
    tf.dispose(weights);
  }
}

/** Files of other kinds need no thread to be refused. */
function checkSignature(path: string): void {
  const found = existsSync(path) ? signatureOf(path) : 'no file';
  if (found === 'HDF') return;
  throw new Error(
    `${path}: expected a model that Keras has saved as HDF5, found ${found === 'no file' ? found : 'something else'}; ` +
      "save it by model.save('model.h5')",
  );
}

function signatureOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(4);
    readSync(file, start);
    return start.subarray(1).toString('latin1');
  } finally {
    closeSync(file);
  }
}

async function readAside(path: string): Promise<KerasFile> {
  const thread = threads.take();
  try {
    const answer = await thread.ask(path, LIMITS);
    if ('file' in answer) return answer.file;
    throw new Error(answer.reason);
  } catch (error) {
    throw new Error(
      `${path}: expected a whole HDF5 file of Keras, found damage (${reasonOf(error)}); save it again`,
      { cause: error },
    );
  } finally {
    threads.giveBack(thread);
  }
}

/**
 * Loads a Sequential model that Keras has saved in its HDF5 format, `model.save('model.h5')`.
 *
 * @param path of the file
 * @throws Error where it cannot be read, or holds a model of another kind
 */
export async function readKeras(path: string): Promise<tfl.LayersModel> {
  checkSignature(path);
  const file = await readAside(path);
  const { config } = file;
  if (config === undefined) {
    throw new Error(`${path}: expected a model of Keras, found HDF5 without model_config`);
  }
  const count = Object.values(file.weights)
    .flat()
    .reduce((sum, { values }) => sum + values.length, 0);
  const topology = naming(path, () => topologyOf(config));
  return buildModel(path, topology, count, (model) => {
    loadWeights(model, file);
  });
}
