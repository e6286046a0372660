import { createRequire } from 'node:module';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node/dist/nodejs_kernel_backend';
import { setCompiler } from './compile';
import { compileToGraph } from './nativeGraph';
import { addBySpreading, setAddCoarse } from './addCoarse';
import { registerNativeKernels } from './nativeKernels';
import { registerReluGradient } from './reluGradient';

/** Gives tfjs-node 4.22 functions that Node 22 warns about and Node 23 has dropped. */
function replaceDroppedFunctions(): void {
  Object.assign(util, {
    isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
    isArray: (value: unknown): boolean => Array.isArray(value),
  });
}

function loadBackend(): void {
  try {
    // Not by import(), which first looks through all of tfjs for the names it exports: 0.15 s.
    createRequire(__filename)('@tensorflow/tfjs-node');
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    // What the package advises then, to build it from source, is not how this project mends it.
    const isMissing = reason.includes('can not be found');
    throw new Error(isMissing ? 'it is not installed' : reason, { cause: error });
  }
}

/**
 * Starts TensorFlow's own library, through tfjs-node, as the backend of tfjs.
 *
 * @returns the library's version
 * @throws Error where it is not installed or does not load
 */
export async function startNative(): Promise<string> {
  // Read when the library loads; 2 lets errors through and keeps the start-up chatter from the user.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  replaceDroppedFunctions();
  loadBackend();
  if (!(await tf.setBackend('tensorflow'))) throw new Error('tfjs-node gave no backend');
  registerNativeKernels();
  setAddCoarse(addBySpreading);
  registerReluGradient();
  setCompiler(compileToGraph);
  return (tf.backend() as NodeJSKernelBackend).binding.TF_Version;
}
