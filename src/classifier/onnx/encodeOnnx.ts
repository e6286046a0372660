import type * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { modelProto } from './onnxSchema';

/** ONNX's numbers for kinds of attributes and of values. */
const [FLOAT_ATTRIBUTE, INT_ATTRIBUTE, STRING_ATTRIBUTE, INTS_ATTRIBUTE] = [1, 2, 3, 7];
const FLOAT = 1;
const [IR_VERSION, OPSET] = [8, 17];

const [INPUT, OUTPUT] = ['image', 'probabilities'];

type Attributes = Readonly<Record<string, number | string | readonly number[]>>;

interface Node {
  readonly opType: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly object[];
}

/** A number with a point is a float, as ONNX tells them apart: `epsilon` and nothing else here. */
function attributesOf(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'string') {
      return { name, s: Buffer.from(value), type: STRING_ATTRIBUTE };
    }
    if (typeof value === 'number') {
      return Number.isInteger(value)
        ? { name, i: value, type: INT_ATTRIBUTE }
        : { name, f: value, type: FLOAT_ATTRIBUTE };
    }
    return { name, ints: value, type: INTS_ATTRIBUTE };
  });
}

/** What grows while a network is written. */
class Graph {
  readonly nodes: Node[] = [];
  readonly initializers: object[] = [];

  /** Adds an operation of one result, which has its name. */
  add(opType: string, name: string, input: readonly string[], attributes: Attributes = {}): string {
    const attribute = attributesOf(attributes);
    this.nodes.push({ opType, name, input, output: [name], attribute });
    return name;
  }

  /** Adds values that never change. */
  keep(name: string, dims: readonly number[], values: Float32Array): string {
    const { buffer, byteOffset, byteLength } = values;
    const rawData = new Uint8Array(buffer, byteOffset, byteLength);
    this.initializers.push({ name, dims, dataType: FLOAT, rawData });
    return name;
  }
}

const valuesOf = (tensor: tf.Tensor): Float32Array => tensor.dataSync<'float32'>();

/** From tfjs' [height, width, in, out] to ONNX' [out, in, height, width]. */
function filtersOf(weights: tf.Tensor): { dims: number[]; values: Float32Array } {
  const [height, width, come, go] = weights.shape as [number, number, number, number];
  const from = valuesOf(weights);
  const values = new Float32Array(from.length);
  let at = 0;
  for (let out = 0; out < go; out++) {
    for (let channel = 0; channel < come; channel++) {
      for (let pixel = 0; pixel < height * width; pixel++) {
        values[at++] = from[(pixel * come + channel) * go + out];
      }
    }
  }
  return { dims: [go, come, height, width], values };
}

type Writer = (graph: Graph, layer: tfl.layers.Layer, inputs: readonly string[]) => string;

const paddingOf = ({ padding }: Readonly<Record<string, unknown>>): Attributes =>
  padding === 'same' ? { auto_pad: 'SAME_UPPER' } : {};

/** How each kind of layer is written; pictures are [count, channels, height, width] between them. */
const writers: Readonly<Record<string, Writer>> = {
  Conv2D: (graph, layer, [x]) => {
    const config = layer.getConfig();
    const [filter, bias] = layer.getWeights() as [tf.Tensor, tf.Tensor?];
    const { dims, values } = filtersOf(filter);
    const weights = [graph.keep(`${layer.name}/filter`, dims, values)];
    if (bias) weights.push(graph.keep(`${layer.name}/bias`, bias.shape, valuesOf(bias)));
    const strides = config.strides as number[];
    return graph.add('Conv', layer.name, [x, ...weights], { strides, ...paddingOf(config) });
  },
  BatchNormalization: (graph, layer, [x]) => {
    const names = ['scale', 'offset', 'mean', 'variance'];
    const weights = layer
      .getWeights()
      .map((tensor, at) =>
        graph.keep(`${layer.name}/${names[at]}`, tensor.shape, valuesOf(tensor)),
      );
    const { epsilon } = layer.getConfig() as { epsilon: number };
    return graph.add('BatchNormalization', layer.name, [x, ...weights], { epsilon });
  },
  MaxPooling2D: (graph, layer, [x]) => {
    const config = layer.getConfig();
    const [kernel, strides] = [config.poolSize as number[], config.strides as number[]];
    const attributes = { kernel_shape: kernel, strides, ...paddingOf(config) };
    return graph.add('MaxPool', layer.name, [x], attributes);
  },
  Activation: (graph, layer, [x]) => {
    const { activation } = layer.getConfig() as { activation: string };
    if (activation === 'relu') return graph.add('Relu', layer.name, [x]);
    if (activation === 'softmax') return graph.add('Softmax', layer.name, [x], { axis: 1 });
    throw unknown(layer, `the activation ${activation}`);
  },
  // Nothing is dropped from networks that have learned.
  Dropout: (graph, layer, [x]) => graph.add('Identity', layer.name, [x]),
  Flatten: (graph, layer, [x]) => {
    // tfjs flattens with the channels last.
    const last = graph.add('Transpose', `${layer.name}/last`, [x], { perm: [0, 2, 3, 1] });
    return graph.add('Flatten', layer.name, [last], { axis: 1 });
  },
  Dense: (graph, layer, [x]) => {
    const { activation } = layer.getConfig() as { activation: string };
    if (activation !== 'linear') throw unknown(layer, `a dense layer with ${activation}`);
    const [kernel, bias] = layer.getWeights();
    return graph.add('Gemm', layer.name, [
      x,
      graph.keep(`${layer.name}/kernel`, kernel.shape, valuesOf(kernel)),
      graph.keep(`${layer.name}/bias`, bias.shape, valuesOf(bias)),
    ]);
  },
  Average: (graph, layer, inputs) => graph.add('Mean', layer.name, inputs),
};

function unknown(layer: tfl.layers.Layer, found: string): RangeError {
  return new RangeError(
    `${layer.name}: expected layers that the project's networks are made of, found ${found}`,
  );
}

/** The names of the layers that a layer takes its input from. */
function sourcesOf(layer: tfl.layers.Layer): string[] {
  const inputs = [layer.input].flat();
  return inputs.map(({ sourceLayer }) => sourceLayer.name);
}

const valueInfo = (name: string, sides: readonly number[]): object => ({
  name,
  type: {
    tensorType: {
      elemType: FLOAT,
      shape: {
        dim: [{ dimParam: 'count' }, ...sides.map((dimValue) => ({ dimValue }))],
      },
    },
  },
});

/**
 * Writes a network as ONNX: input `image`, [count, 28, 28, 1], ink in 0..1; output `probabilities`, [count, 10].
 *
 * @param model as `createNetwork` or `joinNetworks` builds it
 * @throws RangeError where it has layers of other kinds
 */
export function encodeOnnx(model: tfl.LayersModel): Uint8Array {
  const graph = new Graph();
  const first = graph.add('Transpose', 'first', [INPUT], { perm: [0, 3, 1, 2] });
  const written = new Map<string, string>();
  for (const layer of model.layers) {
    const kind = layer.getClassName();
    if (kind === 'InputLayer') {
      written.set(layer.name, first);
      continue;
    }
    const inputs = sourcesOf(layer).map((name) => written.get(name) ?? first);
    const write = writers[kind] as Writer | undefined;
    if (!write) throw unknown(layer, kind);
    written.set(layer.name, write(graph, layer, inputs));
  }
  const last = written.get(model.layers[model.layers.length - 1].name)!;
  if (last !== OUTPUT) graph.add('Identity', OUTPUT, [last]);
  const message = modelProto.fromObject({
    irVersion: IR_VERSION,
    producerName: 'handwritten-digit-recognition',
    opsetImport: [{ domain: '', version: OPSET }],
    graph: {
      name: 'digits',
      node: graph.nodes,
      initializer: graph.initializers,
      input: [valueInfo(INPUT, [28, 28, 1])],
      output: [valueInfo(OUTPUT, [10])],
    },
  });
  return modelProto.encode(message).finish();
}
