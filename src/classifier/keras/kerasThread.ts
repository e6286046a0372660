// A thread that reads a file of Keras: damaged ones make HDF5 print, hang and eat memory.
import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../../numbers/quote';
import { readKerasFile, type KerasFile } from './kerasFile';

/** What the thread answers. */
export type KerasAnswer = { readonly file: KerasFile } | { readonly reason: string };

// HDF5 prints past the console, right to the screen.
const { writeSync } = fs;
fs.writeSync = ((place: number, ...content: [string]) =>
  place <= 2 ? content[0].length : writeSync(place, ...content)) as typeof writeSync;

async function answer(): Promise<KerasAnswer> {
  try {
    return { file: await readKerasFile(workerData as string) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

parentPort!.on('message', () => {
  void answer().then((found) => {
    parentPort!.postMessage(found);
  });
});
