import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sequential } from '@tensorflow/tfjs-layers';
import { encodeModel, type EncodedModel } from '../../classifier/folder/encodeModel';
import { loadClassifier } from '../../classifier/folder/loadClassifier';
import { loadCard } from '../../classifier/folder/modelFolder';
import { writeKeras } from '../../classifier/keras/writeKeras';
import { createNetwork, joinNetworks } from '../../classifier/network';
import { startEngine } from '../../engine/engine';
import { sha256 } from '../../files/wholeFile';
import { happens, pick } from '../../numbers/chance';
import { createRandom, type Random } from '../../numbers/random';
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

/** Files of Keras: damaged as bytes, and in what they say of the network. */
export const kerasKind: FuzzKind = {
  name: 'keras',
  create: async (random) => ({ 'model.h5': await createKeras(random) }),
  read: async (folder) => {
    await demandAnswers(join(folder, 'model.h5'));
  },
};
