import { existsSync, readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { openHdf, type Dataset, type Group } from './hdf5';

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What Keras 3 says of a layer, as Keras 2 and tfjs say it; networks calculate in float32 here. */
function plainLayer({ class_name, config }: Layer): Layer {
  const named = Object.entries(config).map(([name, value]): [string, unknown] =>
    name === 'batch_shape' ? ['batch_input_shape', value] : [name, value],
  );
  const plain = named.filter(([name]) => name !== 'dtype');
  return { class_name, config: Object.fromEntries(plain) };
}

/** The layers that tfjs makes a network of: the first one knows what it takes. */
function plainLayers(layers: readonly Layer[]): Layer[] {
  const plain = layers.map(plainLayer);
  const shape = plain.map(({ config }) => config.batch_input_shape).find(Boolean);
  const [first, ...others] = plain.filter(({ class_name }) => class_name !== 'InputLayer');
  return [{ ...first, config: { ...first.config, batch_input_shape: shape } }, ...others];
}

async function createModel(path: string, text: string): Promise<tfl.LayersModel> {
  const { class_name, config } = JSON.parse(text) as {
    class_name: string;
    config: { layers?: readonly Layer[] };
  };
  if (class_name !== 'Sequential' || !config.layers) {
    throw new RangeError(
      `${path}: expected a Sequential model, found ${class_name}; take tensorflowjs_converter for others`,
    );
  }
  return tfl.models.modelFromJSON({
    class_name,
    config: { name: 'keras', layers: plainLayers(config.layers) },
  } as never);
}

/** The weights of a layer, in the order of `getWeights`. */
function weightsOf(group: Group): tf.Tensor[] {
  const names = group.attrs.weight_names!.value as string[];
  return names.map((name) => {
    const { value, shape } = group.get(name) as Dataset;
    return tf.tensor(value as Float32Array, shape!, 'float32');
  });
}

function loadWeights(model: tfl.LayersModel, file: Group): void {
  for (const layer of model.layers) {
    if (layer.getWeights().length === 0) continue;
    const weights = weightsOf(file.get(`model_weights/${layer.name}`) as Group);
    layer.setWeights(weights);
    tf.dispose(weights);
  }
}

/** HDF5 prints to the screen what it thinks of other files: it does not get them. */
function checkSignature(path: string): void {
  const found = existsSync(path) ? readFileSync(path).subarray(1, 4).toString('latin1') : 'no file';
  if (found === 'HDF') return;
  throw new Error(
    `${path}: expected a model that Keras has saved as HDF5, found ${found === 'no file' ? found : 'something else'}; ` +
      "save it by model.save('model.h5')",
  );
}

/**
 * Loads a Sequential model that Keras has saved in its HDF5 format, `model.save('model.h5')`.
 *
 * @param path of the file
 * @throws Error where it cannot be read, RangeError where it holds a model of another kind
 */
export async function readKeras(path: string): Promise<tfl.LayersModel> {
  checkSignature(path);
  const file = await openHdf(readFileSync(path));
  try {
    const text = file.attrs.model_config?.value;
    if (typeof text !== 'string') {
      throw new RangeError(`${path}: expected a model of Keras, found HDF5 without model_config`);
    }
    const model = await createModel(path, text);
    loadWeights(model, file);
    return model;
  } finally {
    file.close();
  }
}
