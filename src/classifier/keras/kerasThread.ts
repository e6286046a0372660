// A thread that reads files of Keras: damaged ones make HDF5 print, hang and eat memory.
import fs from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../../numbers/quote';
import { hdfReason } from './hdf5';
import { decodeKerasFile, type KerasFile } from './kerasFile';

/** What the thread answers. */
export type KerasAnswer = { readonly file: KerasFile } | { readonly reason: string };

// HDF5 prints past the console, right to the screen.
const { writeSync } = fs;
type Write = (file: number, content: Uint8Array, offset: number, length: number) => number;
fs.writeSync = ((file, content, offset, length) =>
  file <= 2
    ? length
    : (writeSync as Write)(file, content, offset, length)) as Write as typeof writeSync;

async function answer(content: Uint8Array): Promise<KerasAnswer> {
  try {
    return {
      file: await decodeKerasFile(Buffer.from(content.buffer, content.byteOffset, content.length)),
    };
  } catch (error) {
    return { reason: hdfReason(error) ?? reasonOf(error) };
  }
}

parentPort!.on('message', (content: Uint8Array) => {
  void answer(content).then((found) => {
    parentPort!.postMessage(found);
  });
});
