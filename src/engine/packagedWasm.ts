import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths, version_wasm as version } from '@tensorflow/tfjs-backend-wasm';
import { projectFolder } from '../files/projectFolder';

/**
 * Starts TensorFlow as WebAssembly where it was bundled with the code that reads: it takes the place of wasm.ts in the
 * package, without what only training needs.
 *
 * @returns the backend's version
 * @throws Error where the WebAssembly files do not load
 */
export async function startWasm(): Promise<string> {
  setWasmPaths(join(projectFolder(), 'dist', 'tensorflow', '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  return version;
}
