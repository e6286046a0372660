import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '../../src/numbers/random';

export { smallLayers } from '../../tools/fuzz/smallLayers';

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
