import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sequential } from '@tensorflow/tfjs-layers';
import { encodeModel, type EncodedModel } from '../../../src/classifier/folder/encodeModel';
import { loadClassifier } from '../../../src/classifier/folder/loadClassifier';
import { loadCard } from '../../../src/classifier/folder/modelFolder';
import { encodeHdf } from '../../../src/classifier/keras/hdf5';
import { writeKeras } from '../../../src/classifier/keras/writeKeras';
import { makeZip } from '../../faults/makeZip';
import { createNetwork, joinNetworks } from '../../../src/classifier/network';
import { startEngine } from '../../../src/engine/engine';
import { sha256 } from '../../../src/files/wholeFile';
import { happens, pick } from '../../../src/numbers/chance';
import { createRandom, type Random } from '../../../src/numbers/random';
import { demand, demandFinite, type FuzzKind } from '../fuzzKind';
import { mutateBytes, randomBytes } from '../mutateBytes';
import { mutateJson, mutateValue } from '../mutateJson';
import { smallLayers } from '../smallLayers';

async function smallNetwork(): Promise<Sequential> {
  await startEngine();
  return createNetwork(smallLayers, createRandom(1));
}

async function encodeSmall(): Promise<readonly EncodedModel[]> {
  const network = await smallNetwork();
  return [
    await encodeModel(network),
    await encodeModel(joinNetworks(smallLayers, [network, network])),
  ];
}

async function demandAnswers(name: string): Promise<void> {
  const classify = await loadClassifier(name);
  try {
    const answers = await classify(randomBytes(createRandom(1), 2 * 784), 2);
    demand(answers.length === 20, `${answers.length} answers to 2 digits`);
    demandFinite(answers, 'the answers');
    for (const start of [0, 10]) {
      const sum = answers.subarray(start, start + 10).reduce((total, one) => total + one, 0);
      demand(Math.abs(sum - 1) < 0.01, `probabilities that make ${sum}`);
    }
  } finally {
    classify.dispose();
  }
}

let encoded: Promise<readonly EncodedModel[]> | undefined;

/** Folders of models: any of their files damaged, cards with and without the right checksum. */
export const modelKind: FuzzKind = {
  name: 'model',
  create: async (random) => {
    const { description, weights } = pick(random, await (encoded ??= encodeSmall()));
    const bytes = happens(random, 0.3) ? mutateBytes(random, weights) : weights;
    const card = { preset: 'quick', weights: sha256(bytes), temperature: 1 };
    return {
      'model.json': happens(random, 0.8)
        ? mutateJson(random, description)
        : Buffer.from(JSON.stringify(description)),
      'weights.bin': bytes,
      ...(happens(random, 0.3) && { 'card.json': mutateJson(random, card) }),
    };
  },
  read: async (folder) => {
    loadCard(folder);
    await demandAnswers(folder);
  },
};

let keras: Promise<Buffer> | undefined;

async function writeSmall(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-keras-'));
  const path = join(folder, 'model.h5');
  try {
    await writeKeras(await smallNetwork(), path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const small = (): Promise<Buffer> => (keras ??= writeSmall());

async function createKeras(random: Random): Promise<Buffer> {
  const whole = await small();
  if (happens(random, 0.5)) return mutateBytes(random, whole);
  // The text has its length in the file: what is said in it changes, and blanks make up for the rest.
  const start = whole.indexOf('{"class_name"');
  const end = whole.indexOf('\0', start);
  const config = JSON.parse(whole.subarray(start, end).toString()) as object;
  const text = Buffer.from(JSON.stringify(mutateValue(random, config)));
  const changed = Buffer.from(whole);
  if (text.length <= end - start) changed.fill(' ', start, end).set(text, start);
  return changed;
}

/** A network as `.keras` files describe it, and the archive of it; its weights are those of one dense layer. */
async function createArchive(random: Random): Promise<Buffer> {
  const layer = (class_name: string, config: object): object => ({
    ...{ class_name, config: { name: class_name.toLowerCase(), ...config } },
  });
  const last = { units: 10, use_bias: false, activation: pick(random, activations) };
  const layers = [
    layer('InputLayer', { batch_shape: pick(random, inputShapes) }),
    layer('Rescaling', { scale: pick(random, [1, 1 / 255]), offset: 0 }),
    layer('RandomFlip', { mode: 'horizontal' }),
    layer('Flatten', {}),
    layer('Dense', last),
  ];
  const network = { class_name: 'Sequential', config: { name: 'net', layers } };
  weights ??= encodeHdf((file) => {
    const group = file.create_group('layers').create_group('dense').create_group('vars');
    group.create_dataset({
      ...{ name: '0', shape: [784, 10], dtype: '<f4' },
      data: new Float32Array(7840).fill(0.01),
    });
  });
  const config = JSON.stringify(mutateValue(random, network));
  const whole = makeZip([
    { name: 'config.json', content: happens(random, 0.02) ? bombBytes() : config },
    { name: 'model.weights.h5', content: await weights },
  ]);
  return happens(random, 0.3) ? mutateBytes(random, whole) : whole;
}

let weights: Promise<Uint8Array> | undefined;

/** A text that is packed in a thousandth of its size. */
const bombBytes = (): Buffer => Buffer.alloc(400e6, ' ');

const activations = ['softmax', 'linear', 'sigmoid', 'tanh'] as const;
const inputShapes = [
  [null, 784],
  [null, 28, 28],
  [null, 28, 28, 1],
] as const;

/** Files of Keras, of its two formats: damaged as bytes, and in what they say of the network. */
export const kerasKind: FuzzKind = {
  name: 'keras',
  create: async (random) =>
    happens(random, 0.5)
      ? { 'model.h5': await createKeras(random) }
      : { 'model.keras': await createArchive(random) },
  read: async (folder) => {
    const [name] = readdirSync(folder);
    await demandAnswers(join(folder, name));
  },
};
