import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
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
  // The whole of tfjs registers the gradients, which its core alone leaves out.
  await import('@tensorflow/tfjs');
  const { setWasmPaths, version_wasm: version } = await import('@tensorflow/tfjs-backend-wasm');
  const main = createRequire(__filename).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(main), '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  registerPortableKernels('wasm');
  registerWasmKernels();
  registerReluGradient();
  return version;
}
