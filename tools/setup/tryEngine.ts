// Run as a process of its own by the set-up: a library that does not fit this machine may end the
// process that loads it. Prints the engine's version once it has calculated something.
import * as tf from '@tensorflow/tfjs-core';
import { startEngine } from '../../src/engine/engine';

async function tryEngine(): Promise<void> {
  const { version } = await startEngine();
  const [product] = tf.matMul([[2, 3]], [[5], [7]]).dataSync();
  if (product !== 31) throw new Error(`2 * 5 + 3 * 7: expected 31, found ${String(product)}`);
  console.log(version);
}

tryEngine().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
