import { quote } from '../../numbers/quote';
import { refuse } from '../settings/rules';
import type { GraphLayer, KerasGraph } from './kerasGraph';

/** What does nothing but while it trains. */
const onlyTrains =
  /^(Dropout|SpatialDropout2D|AlphaDropout|GaussianNoise|GaussianDropout|ActivityRegularization|Identity)$/;

/** Varies images while it trains; these change their size at other times, too. */
const augments = /^Random(?!Crop$|Width$|Height$)/;

/** Changes the shape of values, not the values. */
const reshapes = ['Flatten', 'Reshape', 'Permute'];

/** Where a network multiplies its images by less, they are to come in 0..255, not in 0..1. */
const LEAST_SCALE = 0.1;

const NEARLY_0 = 1e-6;

/** What a layer that scales its input does to ink in 0..1; undefined where that is nothing. */
function scaledInk({ name, settings }: GraphLayer): GraphLayer['settings'] | undefined {
  const { scale, offset = 0 } = settings;
  if (typeof scale !== 'number' || typeof offset !== 'number') {
    refuse(`scale and offset of ${quote(name)}`, 'two numbers', [scale, offset]);
  }
  const ownScale = Math.abs(scale) < LEAST_SCALE ? 255 * scale : scale;
  const isNothing = Math.abs(ownScale - 1) < NEARLY_0 && offset === 0;
  return isNothing ? undefined : { name, scale: ownScale, offset };
}

/** Whether a layer has to do with images as they come, but for their shape. */
function takesInk({ inputs: [from] }: GraphLayer, layers: readonly GraphLayer[]): boolean {
  const before = layers.find(({ name }) => name === from)!;
  const { className } = before;
  return className === 'InputLayer' || (reshapes.includes(className) && takesInk(before, layers));
}

/** Leaves out what only trains, and lets the network take ink in 0..1. */
function withoutTraining({ layers, input, output }: KerasGraph): KerasGraph {
  const standIns = new Map<string, string>();
  const standInOf = (name: string): string => standIns.get(name) ?? name;
  const left: GraphLayer[] = [];
  for (const layer of layers) {
    const { name, className } = layer;
    const whole = { ...layer, inputs: layer.inputs.map(standInOf) };
    const { inputs } = whole;
    const scales = className === 'Rescaling' && takesInk(whole, left);
    const settings = scales ? scaledInk(layer) : layer.settings;
    if (onlyTrains.test(className) || augments.test(className) || settings === undefined) {
      standIns.set(name, inputs[0]);
    } else left.push({ ...whole, settings });
  }
  return { layers: left, input, output: standInOf(output) };
}

/** Lets a network that takes [28, 28] or [784] take [28, 28, 1]. */
function takingImages({ layers, ...ends }: KerasGraph): KerasGraph {
  const [{ name, settings }] = layers.filter(({ name }) => name === ends.input);
  const shape = settings.batch_input_shape;
  const [, ...sides]: unknown[] = Array.isArray(shape) ? (shape as unknown[]) : [];
  if (!['28,28,1', '28,28', '784'].includes(sides.join())) {
    refuse('', 'a network that takes [28,28,1], [28,28] or [784]', sides);
  }
  const image = `${name}_image`;
  const common = { place: '' };
  return {
    ...ends,
    input: image,
    layers: [
      {
        ...common,
        name: image,
        className: 'InputLayer',
        settings: { name: image, batch_input_shape: [null, 28, 28, 1] },
        inputs: [],
      },
      {
        ...common,
        name,
        className: 'Reshape',
        settings: { name, target_shape: sides },
        inputs: [image],
      },
      ...layers.filter((layer) => layer.name !== name),
    ],
  };
}

/**
 * Lets a network end in probabilities: softmax stands in for no activation, and for sigmoid, whose answers, given that
 * one of ten digits is right, are in the proportions of softmax.
 */
function endingInProbabilities({ layers, input, output }: KerasGraph): KerasGraph {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  let last = byName.get(output)!;
  while (reshapes.includes(last.className)) last = byName.get(last.inputs[0])!;
  const { className, settings } = last;
  const softmax = { ...settings, activation: 'softmax' };
  switch (className === 'Softmax' ? 'softmax' : (settings.activation ?? 'linear')) {
    case 'softmax':
      return { layers, input, output };
    case 'sigmoid':
      return {
        layers: layers.map((layer) => (layer === last ? { ...layer, settings: softmax } : layer)),
        input,
        output,
      };
    case 'linear': {
      const name = `${output}_probabilities`;
      const added = { className: 'Softmax', settings: { name }, inputs: [output], place: '' };
      return { layers: [...layers, { ...added, name }], input, output: name };
    }
    default:
      return refuse(
        'activation of the last layer',
        'softmax, sigmoid or none',
        settings.activation,
      );
  }
}

/**
 * Makes a network that reads digits as this project gives them, ink in 0..1 of the shape [count, 28, 28, 1], and that
 * answers with probabilities, out of one as people build them with Keras.
 *
 * @throws RangeError where it takes other images, or ends in something else
 */
export function digitGraph(graph: KerasGraph): KerasGraph {
  return endingInProbabilities(takingImages(withoutTraining(graph)));
}

/** Describes a network as tfjs wants it. */
export function topologyOf({ layers, input, output }: KerasGraph): object {
  return {
    class_name: 'Functional',
    config: {
      name: 'keras',
      layers: layers.map(({ name, className, settings, inputs }) => ({
        name,
        class_name: className,
        config: settings,
        inbound_nodes: inputs.length === 0 ? [] : [inputs.map((from) => [from, 0, 0, {}])],
      })),
      input_layers: [[input, 0, 0]],
      output_layers: [[output, 0, 0]],
    },
  };
}
