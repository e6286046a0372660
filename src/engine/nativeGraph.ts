import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node/dist/nodejs_kernel_backend';
import type { Calculation, CompiledCalculation, Surroundings } from './compile';
import { ANY_SIZE, recordGraph, type RecordedGraph } from './recordGraph';

/** A graph that TensorFlow has loaded, and its number there. */
interface LoadedGraph extends RecordedGraph {
  readonly id: number;
}

/** tfjs-node loads graphs from folders alone. */
function loadGraph(backend: NodeJSKernelBackend, graph: RecordedGraph): LoadedGraph {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    writeFileSync(join(folder, 'saved_model.pb'), graph.savedModel);
    return { ...graph, id: backend.binding.loadSavedModel(folder, 'serve') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Records a calculation without its effects: the variables keep their values. */
function record(
  backend: NodeJSKernelBackend,
  calculation: Calculation,
  inputs: readonly tf.Tensor[],
  { variables, constants, anySize }: Required<Surroundings>,
): RecordedGraph {
  // Variables made of one another share their values: a graph could not tell which of them it reads.
  for (const variable of variables) {
    tf.tidy(() => {
      variable.assign(backend.executeSingleInput('Identity', variable));
    });
  }
  const before = variables.map((variable) => variable.clone());
  try {
    const given = inputs.map((tensor) => ({
      tensor,
      shape: anySize ? tensor.shape.map(() => ANY_SIZE) : tensor.shape,
    }));
    const known = variables.map((tensor) => ({ tensor, shape: tensor.shape }));
    return recordGraph(backend, [...given, ...known], constants, () => [
      ...calculation(inputs),
      ...variables,
    ]);
  } finally {
    variables.forEach((variable, index) => {
      variable.assign(before[index]);
    });
    tf.dispose(before);
  }
}

/**
 * Compiles a calculation for tfjs-node: records it as a graph, once for every shape of its inputs unless they
 * may have any size, which TensorFlow then optimises, and runs with independent operations at the same time.
 */
export function compileToGraph(
  calculation: Calculation,
  { variables = [], constants = [], anySize = false }: Surroundings,
): CompiledCalculation {
  const backend = tf.backend() as NodeJSKernelBackend;
  const graphs = new Map<string, LoadedGraph>();
  return {
    run: (inputs) => {
      const key = JSON.stringify(
        inputs.map(({ shape, dtype }) => [dtype, anySize ? shape.length : shape]),
      );
      let graph = graphs.get(key);
      if (!graph) {
        const surroundings = { variables, constants, anySize };
        graph = loadGraph(backend, record(backend, calculation, inputs, surroundings));
        graphs.set(key, graph);
      }
      const given = [...inputs, ...variables];
      const outputs = backend.runSavedModel(
        graph.id,
        given,
        graph.inputs.map((name, index) => ({ name, dtype: given[index].dtype })),
        [...graph.outputs],
      );
      const results = outputs.splice(0, outputs.length - variables.length);
      variables.forEach((variable, index) => {
        variable.assign(outputs[index]);
      });
      tf.dispose(outputs);
      return results;
    },
    dispose: () => {
      for (const { id } of graphs.values()) backend.binding.deleteSavedModel(id);
      graphs.clear();
    },
  };
}
