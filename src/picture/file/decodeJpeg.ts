import { readFile } from 'node:fs/promises';
import type { Bitmap } from './bitmap';

/** What a picture may need of memory in the slow decoder, by its own count, in megabytes. */
const MAX_MEMORY = 4096;

let compiled: Promise<WebAssembly.Module> | undefined;

async function compileDecoder(): Promise<WebAssembly.Module> {
  const path = require.resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
  return WebAssembly.compile(await readFile(path));
}

/**
 * Decodes a JPEG picture: with MozJPEG in WebAssembly, which takes a fifth of the time that JavaScript takes. What that
 * complains of (damage, ink colours of print) is left to the slower decoder, which knows more kinds and refuses what
 * is damaged.
 *
 * @param bytes the file's content
 * @param maxPixels the most that may be decoded
 * @throws Error where the file is damaged
 */
export async function decodeJpeg(bytes: Buffer, maxPixels: number): Promise<Bitmap> {
  return (await decodeFast(bytes)) ?? (await decodeSlowly(bytes, maxPixels));
}

/** Decodes a picture that is whole; undefined for any other. */
async function decodeFast(bytes: Buffer): Promise<Bitmap | undefined> {
  const complaints: string[] = [];
  const complain = (text: string): void => void complaints.push(text);
  try {
    // The notebook's kernel cannot load ES modules: there the slower decoder does it.
    const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
    const module = await (compiled ??= compileDecoder());
    // A new instance for each picture: its memory goes with it, and so does what a damaged picture leaves.
    void init({
      instantiateWasm: (
        imports: WebAssembly.Imports,
        done: (made: WebAssembly.Instance) => void,
      ) => {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
      print: complain,
      printErr: complain,
    });
    // At once, so that no other picture's instance comes between.
    const { width, height, data } = await decode(bytes as unknown as ArrayBuffer);
    return complaints.length === 0 ? { width, height, data } : undefined;
  } catch {
    return undefined;
  }
}

async function decodeSlowly(bytes: Buffer, maxPixels: number): Promise<Bitmap> {
  const { decode } = (await import('@jimp/js-jpeg')).default();
  return decode(bytes, {
    maxResolutionInMP: maxPixels / 1e6,
    maxMemoryUsageInMB: MAX_MEMORY,
  });
}
