import * as tf from '@tensorflow/tfjs-core';
import { quote } from '../../numbers/quote';
import { fieldsOf, isObject } from '../../numbers/jsonValues';
import { refuse } from '../settings/rules';
import { checkLayerSettings } from './layerSettings';

/** The layers that a network may have: none that runs code of its own. */
const layerClasses = [
  ...['InputLayer', 'Conv2D', 'DepthwiseConv2D', 'SeparableConv2D', 'Dense', 'Flatten', 'Reshape'],
  ...['BatchNormalization', 'LayerNormalization', 'Activation', 'ReLU', 'LeakyReLU', 'ELU'],
  ...['Softmax', 'MaxPooling2D', 'AveragePooling2D', 'GlobalMaxPooling2D', 'ZeroPadding2D'],
  ...['GlobalAveragePooling2D', 'Dropout', 'SpatialDropout2D', 'GaussianNoise', 'GaussianDropout'],
  ...['Rescaling', 'Add', 'Average', 'Maximum', 'Multiply', 'Concatenate', 'Permute'],
];
const modelClasses = ['Sequential', 'Functional', 'Model'];

const weightNames = [
  ...['kernel', 'bias', 'depthwise', 'pointwise', 'gamma', 'beta', 'moving_mean'],
  ...['moving_variance'],
];

/** First weights of a network whose weights are loaded: zeros, no more than its file has. */
class ZerosToLoad extends tf.serialization.Serializable {
  static readonly className = 'ZerosToLoad';
  private readonly most: number;

  constructor({ most }: { most: number }) {
    super();
    this.most = most;
  }

  apply(shape: number[], dtype: tf.DataType = 'float32'): tf.Tensor {
    const size = tf.util.sizeFromShape(shape);
    if (!(size <= this.most)) {
      throw new Error(
        `expected at most the ${this.most} weights of the file, found ${quote(shape)}`,
      );
    }
    return tf.zeros(shape, dtype);
  }

  // Where the network is saved again, others must know the class.
  override getClassName(): string {
    return 'Zeros';
  }

  getConfig(): tf.serialization.ConfigDict {
    return {};
  }
}
tf.serialization.registerClass(ZerosToLoad);

/** The shape of images, where a layer takes them. */
const SHAPE = 'batch_input_shape';

type Config = Readonly<Record<string, unknown>>;

/**
 * Makes the description of a network safe to build: only known layers, that come one after another, with first
 * weights that cost nothing and take no more memory than the weights that are to be loaded.
 *
 * @param topology as Keras and tfjs write it
 * @param weightCount how many weights there are to load
 * @returns what tfjs may build
 * @throws RangeError where it holds anything else
 */
export function checkTopology(topology: unknown, weightCount: number): object {
  const outer =
    isObject(topology) && isObject(topology.model_config) ? topology.model_config : topology;
  return checkModel(outer, weightCount);
}

function checkModel(model: unknown, weightCount: number): object {
  if (!isObject(model)) refuse('', 'a network', model);
  const { class_name, config } = model;
  checkName(modelClasses, 'a network', class_name);
  const layers = isObject(config) ? config.layers : config;
  if (!Array.isArray(layers) || layers.length === 0) refuse('layers', 'a list of layers', layers);
  const isSequential = class_name === 'Sequential';
  const checked = layers.map((layer, at) => {
    const whole = checkLayer(layer, weightCount);
    const takesImages = isSequential ? at === 0 : whole.class_name === 'InputLayer';
    return takesImages ? whole : withoutShape(whole);
  });
  if (!isSequential) {
    checkEnds(config);
    checkOrder(checked);
  }
  return { class_name, config: isObject(config) ? { ...config, layers: checked } : checked };
}

/** Of several ends tfjs prints what it thinks where they are the same. */
function checkEnds(config: unknown): void {
  const ends = fieldsOf(config);
  for (const name of ['input_layers', 'output_layers']) {
    const layers = ends[name];
    if (!Array.isArray(layers) || layers.length !== 1) refuse(name, 'a list of one layer', layers);
  }
}

/** What tfjs does not need it would compare, and print what it thinks of it. */
function withoutShape({ config, ...layer }: Config): Config {
  const settings = Object.entries(config as object).filter(([name]) => name !== SHAPE);
  return { ...layer, config: Object.fromEntries(settings) };
}

function checkName(known: readonly string[], what: string, name: unknown): void {
  if (known.some((one) => one === name)) return;
  refuse('', `${what} of a known class (${known.join(', ')})`, name);
}

function checkLayer(layer: unknown, weightCount: number): Config {
  if (!isObject(layer) || !isObject(layer.config)) refuse('', 'a layer with its config', layer);
  const { class_name, config } = layer;
  if (modelClasses.some((name) => name === class_name)) {
    return { ...layer, ...checkModel(layer, weightCount) };
  }
  checkName(layerClasses, 'a layer', class_name);
  checkLayerSettings(String(class_name), config);
  const zeros = { class_name: ZerosToLoad.className, config: { most: weightCount } };
  const initializers = weightNames.map((name) => [`${name}_initializer`, zeros]);
  const settings = { ...config, ...(Object.fromEntries(initializers) as object) };
  // Of the three that tfjs knows, this class has two.
  if (class_name === 'SeparableConv2D') Reflect.deleteProperty(settings, 'kernel_initializer');
  return { ...layer, config: settings };
}

/** tfjs waits forever for a layer that comes after itself, or not at all. */
function checkOrder(layers: readonly Config[]): void {
  const inputs = new Map(layers.map((layer) => [layer.name, inputsOf(layer)]));
  const ready = new Set<unknown>();
  for (let before = -1; before < ready.size;) {
    before = ready.size;
    for (const [name, needed] of inputs) if (needed.every((one) => ready.has(one))) ready.add(name);
  }
  const [waiting] = [...inputs.keys()].filter((name) => !ready.has(name));
  if (waiting !== undefined) {
    refuse('layers', 'layers that come one after another', waiting);
  }
}

function inputsOf({ class_name, inbound_nodes, name }: Config): unknown[] {
  const nodes: unknown = inbound_nodes ?? [];
  const isNode = (node: unknown): boolean =>
    Array.isArray(node) &&
    node.length > 0 &&
    node.every((one: unknown) => Array.isArray(one) && one[1] === 0);
  const count = class_name === 'InputLayer' ? 0 : 1;
  if (!Array.isArray(nodes) || nodes.length !== count || !nodes.every(isNode)) {
    refuse(`inbound_nodes of ${quote(name)}`, 'the layers before, each once', nodes);
  }
  return (nodes as unknown[][][]).flat().map(([before]) => before);
}
