import { fieldsOf, isObject, isText } from '../../numbers/jsonValues';
import { quote } from '../../numbers/quote';
import { refuse } from '../settings/rules';
import { plainSettings, type Settings } from './plainSettings';

/** A layer of a network, in the terms of tfjs. */
export interface GraphLayer {
  readonly name: string;
  readonly className: string;
  readonly settings: Settings;
  /** The names of the layers whose answers it takes. */
  readonly inputs: readonly string[];
  /** Where a `.keras` file keeps its weights. */
  readonly place: string;
}

/** A network with one input and one output; what is nested lies among the others. */
export interface KerasGraph {
  readonly layers: readonly GraphLayer[];
  /** The name of the layer that images come in by. */
  readonly input: string;
  /** The name of the layer that answers. */
  readonly output: string;
}

interface Model {
  readonly className: string;
  readonly settings: Settings;
  readonly layers: readonly unknown[];
}

/** Makes sure that a value is a model with layers. */
function modelOf(value: unknown): Model {
  const { class_name: className, config } = fieldsOf(value);
  const isModel = isText(className) && ['Sequential', 'Functional', 'Model'].includes(className);
  if (!isModel || !isObject(config) || !Array.isArray(config.layers)) {
    throw new RangeError(
      `expected a Sequential or a Functional model, found ${quote(className)}; take tensorflowjs_converter for others`,
    );
  }
  return { className, settings: config, layers: config.layers };
}

/** The names of layers in the way that Keras 3 and Keras 2 write which tensors a layer takes. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    const isTensor = isText(value[0]) && typeof value[1] === 'number';
    return isTensor ? [String(value[0])] : value.flatMap(namesIn);
  }
  if (!isObject(value)) return [];
  const { class_name, config, args } = value;
  return class_name === '__keras_tensor__'
    ? namesIn(fieldsOf(config).keras_history)
    : namesIn(args);
}

/** The layers that a layer of a Functional model takes answers of; it may be used in one place only. */
function inputsOf(name: string, nodes: unknown): string[] {
  const inputs = Array.isArray(nodes) && nodes.length === 1 ? namesIn(nodes) : [];
  if (inputs.length === 0) refuse(`inbound_nodes of ${quote(name)}`, 'the layers before', nodes);
  return inputs;
}

function onlyName(setting: string, value: unknown): string {
  const [name, ...others] = namesIn(value);
  if ((name as string | undefined) === undefined || others.length > 0) {
    refuse(setting, 'one layer', value);
  }
  return name;
}

/** How Keras names the group of a layer's weights: by its class, as in `max_pooling2d`. */
const groupName = (className: string): string =>
  className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Names groups one after another; of those of one class, all but the first have a number. */
function createPlaces(prefix: string): (className: string) => string {
  const met = new Map<string, number>();
  return (className) => {
    const name = groupName(className);
    const count = met.get(name) ?? 0;
    met.set(name, count + 1);
    return `${prefix}${count === 0 ? name : `${name}_${count}`}`;
  };
}

/**
 * Reads how a model of Keras is put together, version 2 or 3, Sequential or Functional, one in another or not.
 *
 * @param network as Keras describes it
 * @throws RangeError where it is no such model, or has several inputs or outputs
 */
export function readGraph(network: unknown): KerasGraph {
  const layers: GraphLayer[] = [];
  // What stands for a layer whose answers others take: for a model, its last layer.
  const standIns = new Map<string, string>();
  const standInOf = (name: string): string => standIns.get(name) ?? name;

  const add = (layer: GraphLayer): void => {
    if (layers.some(({ name }) => name === layer.name)) {
      refuse('layers', 'layers of different names', layer.name);
    }
    const isKnown = (input: string): boolean => layers.some(({ name }) => name === input);
    if (!layer.inputs.every(isKnown)) {
      refuse(`inbound_nodes of ${quote(layer.name)}`, 'layers that come before', layer.inputs);
    }
    layers.push(layer);
  };

  /** Adds the layers of a model; returns the names of its ends. */
  const addModel = (
    model: Model,
    prefix: string,
    source: string | undefined,
  ): { input: string | undefined; output: string } => {
    const place = createPlaces(prefix);
    const isSequential = model.className === 'Sequential';
    let input = source;
    let last = source;
    const takeInput = (name: string, settings: Settings): void => {
      if (source !== undefined) {
        standIns.set(name, source);
      } else {
        if (input !== undefined) refuse('layers', 'one input', name);
        add({ name, className: 'InputLayer', settings, inputs: [], place: '' });
        input = name;
      }
      last = standInOf(name);
    };

    for (const value of model.layers) {
      if (!isObject(value) || !isObject(value.config)) refuse('', 'a layer with its config', value);
      const className = String(value.class_name);
      const name = String(value.config.name ?? value.name);
      const settings = plainSettings(className, value.config);
      if (className === 'InputLayer') {
        takeInput(name, settings);
        continue;
      }
      if (isSequential && last === undefined) {
        const shape = settings.batch_input_shape ?? model.settings.build_input_shape;
        takeInput(`${name}_input`, { batch_input_shape: shape });
      }
      const inputs = isSequential ? [last!] : inputsOf(name, value.inbound_nodes).map(standInOf);
      const ownPlace = place(className);
      if (Array.isArray(value.config.layers)) {
        if (inputs.length !== 1) refuse(`inbound_nodes of ${quote(name)}`, 'one layer', inputs);
        const { output } = addModel(modelOf(value), `${ownPlace}/`, inputs[0]);
        standIns.set(name, output);
        last = output;
      } else {
        add({ name, className, settings, inputs, place: ownPlace });
        last = name;
      }
    }
    if (!isSequential) {
      onlyName('input_layers', model.settings.input_layers);
      last = standInOf(onlyName('output_layers', model.settings.output_layers));
    }
    if (last === undefined) refuse('layers', 'a list of layers', model.layers);
    return { input, output: last };
  };

  const { input, output } = addModel(modelOf(network), '', undefined);
  const isThere = layers.some(({ name }) => name === output);
  if (input === undefined || input === output || !isThere) {
    refuse('layers', 'layers from an input to an output', [input ?? null, output]);
  }
  return { layers, input, output };
}
