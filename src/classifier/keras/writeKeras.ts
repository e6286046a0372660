import type * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { writeWhole } from '../../files/wholeFile';
import { encodeHdf, type Group, type HdfFile } from './hdf5';

interface LayerConfig {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The names of a layer's weights in Keras, in the order of `getWeights`. */
const weightNames: Readonly<Record<string, readonly string[]>> = {
  Conv2D: ['kernel', 'bias'],
  Dense: ['kernel', 'bias'],
  BatchNormalization: ['gamma', 'beta', 'moving_mean', 'moving_variance'],
};

const INPUT: LayerConfig = {
  class_name: 'InputLayer',
  config: { batch_shape: [null, 28, 28, 1], dtype: 'float32', name: 'image' },
};

/** The layers' settings as Keras 3 has them: nearly as tfjs does, which follows Keras 2. */
function kerasConfig(model: tfl.LayersModel): object {
  const { class_name, config } = model.toJSON(null, false) as unknown as {
    class_name: string;
    config: Readonly<Record<string, unknown>> & { layers: readonly LayerConfig[] };
  };
  const layers = config.layers.map((layer) => {
    if (layer.class_name === 'InputLayer') return { ...layer, config: INPUT.config };
    const others = Object.entries(layer.config).filter(([name]) => name !== 'batch_input_shape');
    return { ...layer, config: Object.fromEntries(others) };
  });
  return class_name === 'Sequential'
    ? { class_name, config: { ...config, layers: [INPUT, ...layers] } }
    : { class_name: 'Functional', config: { ...config, layers } };
}

function writeStrings(group: Group, name: string, values: readonly string[]): void {
  const longest = Math.max(1, ...values.map(({ length }) => length));
  group.create_attribute(name, [...values], [values.length], `S${longest}`);
}

function writeWeights(group: Group, layer: tfl.layers.Layer): void {
  const names = weightNames[layer.getClassName()] ?? [];
  const weights = layer.getWeights();
  const paths = weights.map((_, at) => `${layer.name}/${names[at]}:0`);
  writeStrings(group, 'weight_names', paths);
  if (weights.length === 0) return;
  const inner = group.create_group(layer.name);
  weights.forEach((tensor: tf.Tensor, at) => {
    inner.create_dataset({
      name: `${names[at]}:0`,
      data: tensor.dataSync<'float32'>(),
      shape: tensor.shape,
      dtype: '<f4',
    });
  });
}

function writeModel(file: HdfFile, model: tfl.LayersModel): void {
  file.create_attribute('keras_version', '2.15.0');
  file.create_attribute('backend', 'tensorflow');
  file.create_attribute('model_config', JSON.stringify(kerasConfig(model)));
  const group = file.create_group('model_weights');
  group.create_attribute('keras_version', '2.15.0');
  group.create_attribute('backend', 'tensorflow');
  writeStrings(
    group,
    'layer_names',
    model.layers.map(({ name }) => name),
  );
  for (const layer of model.layers) writeWeights(group.create_group(layer.name), layer);
}

/**
 * Writes a network in the HDF5 format of Keras, which `keras.models.load_model` reads: from [count, 28, 28, 1], ink in
 * 0..1, to [count, 10].
 *
 * @param model as `createNetwork` or `joinNetworks` builds it
 * @param path ends in .h5; its folder exists
 * @throws WriteError where the disk does not take it; what was there before is then still whole
 */
export async function writeKeras(model: tfl.LayersModel, path: string): Promise<void> {
  const content = await encodeHdf((file) => {
    writeModel(file, model);
  });
  writeWhole(path, content);
}
