import { readFileSync } from 'node:fs';
import { openHdf, type Dataset, type Group } from './hdf5';

/** A weight of a layer. */
export interface KerasWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a file of Keras holds. */
export interface KerasFile {
  /** The network as JSON; undefined where it tells of none. */
  readonly config: string | undefined;
  /** The weights of layers by their names, in the order of `getWeights`. */
  readonly weights: Readonly<Record<string, readonly KerasWeight[]>>;
}

/**
 * Reads what a file in the HDF5 format of Keras holds.
 *
 * @throws Error where it is damaged
 */
export async function readKerasFile(path: string): Promise<KerasFile> {
  const file = await openHdf(readFileSync(path));
  try {
    const config = file.attrs.model_config?.value;
    if (typeof config !== 'string') return { config: undefined, weights: {} };
    const layers = (file.get('model_weights') as Group).attrs.layer_names!.value as string[];
    const weights = layers.map((name) => [
      name,
      weightsOf(file.get(`model_weights/${name}`) as Group),
    ]);
    return { config, weights: Object.fromEntries(weights) as KerasFile['weights'] };
  } finally {
    file.close();
  }
}

function weightsOf(group: Group): KerasWeight[] {
  const names = group.attrs.weight_names!.value as string[];
  return names.map((name) => {
    const { value, shape } = group.get(name) as Dataset;
    return { shape: shape!, values: Float32Array.from(value as Float32Array) };
  });
}
