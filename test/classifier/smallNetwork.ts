import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '../../src/numbers/random';

/** A network of every kind of layer, small enough to train in a test. */
export const smallLayers = [
  { kind: 'convolution', filters: 4, size: 5, stride: 2, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'maxPooling', size: 2 },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'flatten' },
  { kind: 'dense', units: 10 },
] as const;

/** Images of noise, [count, 28, 28]. */
export function noiseImages(count: number, seed = 1): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: count * 784 }, () => random.integer(256));
}

/** The weights of a model, a list for each. */
export const weightsOf = (model: LayersModel): number[][] =>
  model.getWeights().map((weight) => Array.from(weight.dataSync()));

/** A new folder. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'training-'));
