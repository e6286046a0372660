import type * as tf from '@tensorflow/tfjs-core';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node/dist/nodejs_kernel_backend';
import * as messages from '@tensorflow/tfjs-node/dist/proto/api_pb';
import type { TFEOpAttr, TFJSBinding } from '@tensorflow/tfjs-node/dist/tfjs_binding';

/** The operations of a calculation, as a graph that TensorFlow can load. */
export interface RecordedGraph {
  /** A SavedModel with the tag `serve`, without variables. */
  readonly savedModel: Uint8Array;
  /** The names under which the graph takes its inputs. */
  readonly inputs: readonly string[];
  /** The names of what it calculates. */
  readonly outputs: readonly string[];
}

/** What changes from one run of a graph to the next. */
export interface GraphInput {
  readonly tensor: tf.Tensor;
  /** The shape that it always has, with `ANY_SIZE` where that changes. */
  readonly shape: readonly number[];
}

/** In a shape: any number of values along that side. */
export const ANY_SIZE = -1;

/** What tfjs-node does not publish. */
interface PrivateBackend {
  /** TensorFlow's numbers for tensors; hands over those whose values it has not got yet. */
  getInputTensorIds(tensors: readonly tf.Tensor[]): number[];
}

/** The version of TensorFlow's graphs that the operations are written for: that of TensorFlow 2.9. */
const GRAPH_VERSION = 1087;

function attribute(fill: (value: messages.AttrValue) => void): messages.AttrValue {
  const value = new messages.AttrValue();
  fill(value);
  return value;
}

function shapeMessage(shape: readonly number[]): messages.TensorShape {
  const message = new messages.TensorShape();
  message.setDimList(
    shape.map((size) => {
      const dimension = new messages.TensorShape.Dim();
      dimension.setSize(size);
      return dimension;
    }),
  );
  return message;
}

function tensorMessage(
  shape: readonly number[],
  type: number,
  values: tf.backend_util.BackendValues,
): messages.Tensor {
  if (!ArrayBuffer.isView(values)) throw new TypeError('expected numbers, found strings');
  const message = new messages.Tensor();
  message.setDtype(type);
  message.setTensorShape(shapeMessage(shape));
  message.setTensorContent(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return message;
}

/** What an operation was told, in the form it has in a graph. */
function convertAttribute(
  { name, type, value }: TFEOpAttr,
  binding: TFJSBinding,
): messages.AttrValue {
  return attribute((message) => {
    if (type === binding.TF_ATTR_TYPE) message.setType(value as number);
    else if (type === binding.TF_ATTR_STRING) message.setS(Buffer.from(value as string));
    else if (type === binding.TF_ATTR_BOOL) message.setB(value as boolean);
    else if (type === binding.TF_ATTR_FLOAT) message.setF(value as number);
    else if (type === binding.TF_ATTR_INT && Array.isArray(value)) {
      const list = new messages.AttrValue.ListValue();
      list.setIList(value as number[]);
      message.setList(list);
    } else if (type === binding.TF_ATTR_INT) message.setI(value as number);
    else throw new TypeError(`the attribute ${name} is of a kind that cannot be recorded`);
  });
}

function serialize(nodes: messages.NodeDef[]): Uint8Array {
  const version = new messages.VersionDef();
  version.setProducer(GRAPH_VERSION);
  const graph = new messages.GraphDef();
  graph.setNodeList(nodes);
  graph.setVersions(version);
  const info = new messages.MetaGraphDef.MetaInfoDef();
  info.setTagsList(['serve']);
  const metaGraph = new messages.MetaGraphDef();
  metaGraph.setMetaInfoDef(info);
  metaGraph.setGraphDef(graph);
  const savedModel = new messages.SavedModel();
  savedModel.setSavedModelSchemaVersion(1);
  savedModel.setMetaGraphsList([metaGraph]);
  return savedModel.serializeBinary();
}

/**
 * Runs a calculation and records the operations it calls as a graph.
 *
 * Every operation of tfjs-node goes through its binding to TensorFlow; while the calculation runs, one
 * that also takes notes stands in its place.
 *
 * @param backend tfjs-node's
 * @param inputs what changes from one run to the next
 * @param constants what else the calculation uses, and what never changes
 * @param calculate returns what the graph shall calculate
 * @throws Error where the calculation uses a tensor from elsewhere, or reads a tensor's values
 */
export function recordGraph(
  backend: NodeJSKernelBackend,
  inputs: readonly GraphInput[],
  constants: readonly tf.Tensor[],
  calculate: () => readonly tf.Tensor[],
): RecordedGraph {
  const { binding } = backend;
  const nodes: messages.NodeDef[] = [];
  /** The names of the tensors that the graph knows, by TensorFlow's numbers for them. */
  const names = new Map<number, string>();
  const idsOf = (tensors: readonly tf.Tensor[]): number[] =>
    (backend as unknown as PrivateBackend).getInputTensorIds(tensors);

  const addNode = (
    operation: string,
    inputNames: string[],
    attributes: Readonly<Record<string, messages.AttrValue>>,
  ): string => {
    const node = new messages.NodeDef();
    const name = `node${nodes.length}`;
    node.setName(name);
    node.setOp(operation);
    node.setInputList(inputNames);
    for (const [key, value] of Object.entries(attributes)) node.getAttrMap().set(key, value);
    nodes.push(node);
    return name;
  };

  const inputNames = idsOf(inputs.map(({ tensor }) => tensor)).map((id, index) => {
    const { shape, tensor } = inputs[index];
    const name = addNode('Placeholder', [], {
      dtype: attribute((value) => {
        value.setType(backend.getDTypeInteger(tensor.dtype));
      }),
      shape: attribute((value) => {
        value.setShape(shapeMessage(shape));
      }),
    });
    names.set(id, `${name}:0`);
    return `${name}:0`;
  });

  const addConstant = (
    id: number,
    shape: readonly number[],
    type: number,
    values: tf.backend_util.BackendValues,
  ): void => {
    const name = addNode('Const', [], {
      dtype: attribute((value) => {
        value.setType(type);
      }),
      value: attribute((value) => {
        value.setTensor(tensorMessage(shape, type, values));
      }),
    });
    names.set(id, `${name}:0`);
  };
  idsOf(constants).forEach((id, index) => {
    const { shape, dtype } = constants[index];
    addConstant(id, shape, backend.getDTypeInteger(dtype), constants[index].dataSync());
  });

  const recorder: Pick<TFJSBinding, 'createTensor' | 'executeOp' | 'tensorDataSync'> = {
    createTensor: (shape, type, values) => {
      const id = binding.createTensor(shape, type, values);
      addConstant(id, shape, type, values);
      return id;
    },
    executeOp: (operation, attributes, ids, outputCount) => {
      const outputs = binding.executeOp(operation, attributes, ids, outputCount);
      const sources = ids.map((id) => {
        const source = names.get(id);
        if (source) return source;
        throw new Error(
          `${operation}: expected inputs, variables and constants that the calculation was compiled with, ' +
              'found another tensor`,
        );
      });
      const converted = attributes.map(
        (given) => [given.name, convertAttribute(given, binding)] as const,
      );
      const name = addNode(operation, sources, Object.fromEntries(converted));
      outputs.forEach(({ id }, index) => names.set(id, `${name}:${index}`));
      return outputs;
    },
    tensorDataSync: () => {
      throw new Error(
        'expected a calculation of tensors alone, found one that reads the values of a tensor',
      );
    },
  };
  // What is not recorded, numbers that do not show up when copied among it, is inherited.
  backend.binding = Object.create(
    binding,
    Object.getOwnPropertyDescriptors(recorder),
  ) as TFJSBinding;
  try {
    // TensorFlow refuses to fetch what it was fed with, so even what is handed through takes an operation.
    const outputs = calculate().map((output) => backend.executeSingleInput('Identity', output));
    const outputNames = idsOf(outputs).map((id) => names.get(id)!);
    return { savedModel: serialize(nodes), inputs: inputNames, outputs: outputNames };
  } finally {
    backend.binding = binding;
  }
}
