import * as tf from '@tensorflow/tfjs-core';
import {
  setThreadsCount,
  setWasmPaths,
  version_wasm as version,
} from '@tensorflow/tfjs-backend-wasm';

/**
 * Starts TensorFlow as WebAssembly in a browser, for networks that have learned already.
 *
 * @param folder the address of the folder with the backend's `.wasm` files, with a slash at the end
 * @returns the backend's version
 * @throws Error where the WebAssembly files do not load
 */
export async function startBrowserWasm(folder: string): Promise<string> {
  setWasmPaths(folder);
  // The backend would take eight, which on fewer cores wait for each other.
  setThreadsCount(navigator.hardwareConcurrency);
  if (!(await tf.setBackend('wasm'))) {
    throw new Error(
      `${folder}: expected TensorFlow's WebAssembly to start, found that it does not load or run; ` +
        'connect to the server of this page and load it again, or take a newer browser',
    );
  }
  return version;
}
