import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { classifyDigits } from '../../src/classifier/classify';
import { loadModel, saveCard, saveModel } from '../../src/classifier/folder/modelFolder';
import type { ModelCard } from '../../src/classifier/folder/modelCard';
import { createNetwork } from '../../src/classifier/network';
import type { LayerDescription } from '../../src/classifier/settings/presets';
import { startEngine } from '../../src/engine/engine';
import { sha256 } from '../../src/files/wholeFile';
import { createRandom } from '../../src/numbers/random';

/** Two networks whose weights have equal shapes: nothing but what is calculated tells their mixture from them. */
const sampleLayers: Readonly<Record<SampleName, readonly LayerDescription[]>> = {
  earlier: [
    { kind: 'convolution', filters: 64, size: 5, stride: 2, padding: 'same' },
    { kind: 'flatten' },
    { kind: 'dense', units: 10 },
  ],
  later: [
    { kind: 'convolution', filters: 64, size: 5, stride: 2, padding: 'same' },
    { kind: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: 10 },
  ],
};

export type SampleName = 'earlier' | 'later';

const seeds: Readonly<Record<SampleName, number>> = { earlier: 1, later: 2 };

/** Builds one of the two networks, with weights of chance, on the engine of this process. */
async function createSample(name: SampleName): Promise<LayersModel> {
  await startEngine();
  return createNetwork(sampleLayers[name], createRandom(seeds[name]));
}

/** Saves one of the two networks, and a card that says no more than what its weights are. */
export async function saveSample(name: SampleName, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const model = await createSample(name);
  saveCard({ weights: await saveModel(model, folder) } as ModelCard, folder);
  model.dispose();
}

/** What a network answers to some noise, the same for the same network alone; frees it. */
export async function fingerprintOf(model: LayersModel): Promise<string> {
  const random = createRandom(1);
  const images = Uint8Array.from({ length: 4 * 784 }, () => random.integer(256));
  const answers = await classifyDigits(model, images, 4);
  model.dispose();
  return sha256(new Uint8Array(answers.buffer));
}

/**
 * What someone who loads a model from a folder gets.
 *
 * @returns undefined where it does not load
 */
export async function modelOutcome(folder: string): Promise<string | undefined> {
  await startEngine();
  const model = await loadModel(folder).catch(() => undefined);
  return model && fingerprintOf(model);
}

/** Where the jobs have their model. */
export const modelIn = (folder: string): string => join(folder, 'model');
