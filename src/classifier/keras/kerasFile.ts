import { openHdf, type Dataset, type Group } from './hdf5';
import { unzip } from './kerasZip';

/** A weight of a layer. */
export interface KerasWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a file of Keras holds. */
export interface KerasFile {
  /** The network as JSON; undefined where it tells of none. */
  readonly config: string | undefined;
  /** By what the weights are kept: names of layers, or places by their classes (see `GraphLayer`). */
  readonly keys: 'name' | 'place';
  /** The weights of layers, in the order of `getWeights`. */
  readonly weights: Readonly<Record<string, readonly KerasWeight[]>>;
}

type Weights = Record<string, KerasWeight[]>;

const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';

/** The folders that Keras 3 and Keras 2.13 to 2.15 keep layers in. */
const layerFolders = ['layers', '_layer_checkpoint_dependencies'];

function readWeight({ value, shape }: Dataset): KerasWeight {
  return { shape: shape!, values: Float32Array.from(value as Float32Array) };
}

/** Reads the weights of an HDF5 file, where those of nested models stand beside each other, each with its layer's name. */
function readNamed(file: Group): Weights {
  const weights: Weights = {};
  for (const outer of (file.get('model_weights') as Group).attrs.layer_names!.value as string[]) {
    const group = file.get(`model_weights/${outer}`) as Group;
    for (const path of group.attrs.weight_names!.value as string[]) {
      const layer = path.split('/').at(-2) ?? outer;
      (weights[layer] ??= []).push(readWeight(group.get(path) as Dataset));
    }
  }
  return weights;
}

/** Reads the weights out of a `.keras` file, where they have numbers. */
function readPlaced(group: Group, place: string): Weights {
  const weights: Weights = {};
  const vars = group.get('vars') as Group | null;
  const numbers = vars?.keys().sort((one, other) => Number(one) - Number(other)) ?? [];
  if (vars && numbers.length > 0) {
    weights[place] = numbers.map((number) => readWeight(vars.get(number) as Dataset));
  }
  for (const folder of layerFolders) {
    const layers = group.get(folder) as Group | null;
    for (const name of layers?.keys() ?? []) {
      const inner = place === '' ? name : `${place}/${name}`;
      Object.assign(weights, readPlaced(layers!.get(name) as Group, inner));
    }
  }
  return weights;
}

async function readZip(content: Buffer): Promise<KerasFile> {
  const files = await unzip(content, [CONFIG, WEIGHTS]);
  const config = files.get(CONFIG)?.toString();
  const weights = files.get(WEIGHTS);
  if (!weights) throw new Error(`no ${WEIGHTS} in the archive`);
  const hdf = await openHdf(weights);
  try {
    return { config, keys: 'place', weights: readPlaced(hdf, '') };
  } finally {
    hdf.close();
  }
}

async function readHdf(content: Buffer): Promise<KerasFile> {
  const file = await openHdf(content);
  try {
    const config = file.attrs.model_config?.value;
    if (typeof config !== 'string') return { config: undefined, keys: 'name', weights: {} };
    return { config, keys: 'name', weights: readNamed(file) };
  } finally {
    file.close();
  }
}

/**
 * Reads what a file of Keras holds.
 *
 * @param content HDF5, or a zip archive, as `.keras` files are
 * @throws Error where it is damaged
 */
export function decodeKerasFile(content: Buffer): Promise<KerasFile> {
  return content.subarray(0, 2).toString() === 'PK' ? readZip(content) : readHdf(content);
}
