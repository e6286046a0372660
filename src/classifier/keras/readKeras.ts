import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { readRegularFile } from '../../files/regularFile';
import { projectFolder } from '../../files/projectFolder';
import { createThreadLender, startWatchedThread } from '../../processes/watchedThread';
import { naming, oneLine, quote, reasonOf } from '../../numbers/quote';
import { buildModel } from '../folder/buildModel';
import { digitGraph, topologyOf } from './digitGraph';
import type { KerasFile } from './kerasFile';
import { readGraph, type KerasGraph } from './kerasGraph';
import type { KerasAnswer } from './kerasThread';

/** What reading a file may take. */
const LIMITS = { patience: 8, memory: 1e9 };

const threads = createThreadLender<Uint8Array, KerasAnswer>(() =>
  startWatchedThread(
    join(projectFolder(), 'dist', 'classifier', 'keras', 'kerasThread.js'),
    LIMITS.memory,
  ),
);

function parseConfig(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(
      `expected the network as JSON, found: ${oneLine((error as Error).message)}`,
    );
  }
}

/** Gives the layers their weights; those that the graph has put in have none. */
function loadWeights(model: tfl.LayersModel, { layers }: KerasGraph, file: KerasFile): void {
  for (const { place, name } of layers) {
    const layer = model.getLayer(name);
    if (layer.getWeights().length === 0) continue;
    const key = file.keys === 'name' ? name : place;
    if (!Object.hasOwn(file.weights, key)) {
      throw new RangeError(`expected weights of ${quote(name)}, found none`);
    }
    const weights = file.weights[key].map(({ shape, values }) =>
      tf.tensor(values, [...shape], 'float32'),
    );
    layer.setWeights(weights);
    tf.dispose(weights);
  }
}

/** Files of other kinds need no thread to be refused. */
function readContent(path: string): Buffer {
  const expected = 'a model that Keras has saved as .keras or .h5';
  const content = readRegularFile(path, expected);
  if (content.subarray(1, 4).toString() === 'HDF' || content.subarray(0, 2).toString() === 'PK') {
    return content;
  }
  throw new Error(
    `${path}: expected ${expected}, found something else; save it by model.save('model.keras')`,
  );
}

async function readAside(path: string): Promise<KerasFile> {
  const content = readContent(path);
  const thread = threads.take();
  try {
    const answer = await thread.ask(content, LIMITS);
    if ('file' in answer) return answer.file;
    throw new Error(answer.reason);
  } catch (error) {
    throw new Error(
      `${path}: expected a whole file of Keras, found damage (${reasonOf(error)}); save it again`,
      { cause: error },
    );
  } finally {
    threads.giveBack(thread);
  }
}

/**
 * Loads a model that Keras has saved, `model.save('model.keras')` or `model.save('model.h5')`, to read digits with.
 *
 * It may take images of [28, 28, 1], [28, 28] or [784], with ink in 0..1, or in 0..255 where it begins by dividing it,
 * and end in softmax, in sigmoid or in no activation: the model that is loaded takes and answers what others do here.
 *
 * @param path of the file
 * @throws Error where it cannot be read, or holds a model of another kind
 */
export async function readKeras(path: string): Promise<tfl.LayersModel> {
  const file = await readAside(path);
  const { config } = file;
  if (config === undefined) {
    throw new Error(`${path}: expected a model of Keras, found a file that describes no network`);
  }
  const count = Object.values(file.weights)
    .flat()
    .reduce((sum, { values }) => sum + values.length, 0);
  const graph = naming(path, () => digitGraph(readGraph(parseConfig(config))));
  return buildModel(path, topologyOf(graph), count, (model) => {
    loadWeights(model, graph, file);
  });
}
