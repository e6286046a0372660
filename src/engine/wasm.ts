import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import type * as WasmBackend from '@tensorflow/tfjs-backend-wasm';
import { registerReluGradient } from './reluGradient';
import { registerPortableKernels } from './portableKernels';
import { registerWasmKernels } from './wasmKernels';

/**
 * Starts TensorFlow as WebAssembly, with the kernels for training that it lacks.
 *
 * @returns the backend's version
 * @throws Error where the WebAssembly files do not load
 */
export async function startWasm(): Promise<string> {
  // Not by import(), which first looks through all of tfjs for the names it exports: 0.15 s.
  const require = createRequire(__filename);
  // The whole of tfjs registers the gradients, which its core alone leaves out.
  require('@tensorflow/tfjs');
  const wasm = '@tensorflow/tfjs-backend-wasm';
  const { setWasmPaths, version_wasm: version } = require(wasm) as typeof WasmBackend;
  const main = require.resolve(wasm);
  setWasmPaths(join(dirname(main), '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  registerPortableKernels('wasm');
  registerWasmKernels();
  registerReluGradient();
  return version;
}
