import { readFile } from 'node:fs/promises';
import type { Bitmap } from './bitmap';

/** What the decoders of `@jsquash` have in common. */
interface SquooshModule {
  readonly default: (bytes: ArrayBuffer) => Promise<Bitmap | null>;
  readonly init: (overrides: object) => unknown;
}

/** Where a codec is, and its compiled code once it was needed. */
export interface SquooshCodec {
  /** Loads its JavaScript, which is an ES module: the notebook's kernel cannot load those. */
  readonly load: () => Promise<unknown>;
  /** The name of its WebAssembly. */
  readonly code: string;
  compiled?: Promise<WebAssembly.Module>;
}

/** What a codec made of a file, and what it complained of on the way. */
export interface Decoded extends Bitmap {
  readonly complaints: readonly string[];
}

async function compile(code: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(require.resolve(code)));
}

/**
 * Decodes a picture by a codec in WebAssembly.
 *
 * @param bytes the file's content
 * @throws Error where the codec cannot be loaded, or finds no picture
 */
export async function decodeBySquoosh(codec: SquooshCodec, bytes: Buffer): Promise<Decoded> {
  const complaints: string[] = [];
  const complain = (text: string): void => void complaints.push(text);
  const { default: decode, init } = (await codec.load()) as SquooshModule;
  const module = await (codec.compiled ??= compile(codec.code));
  // A new instance for each picture: its memory goes with it, and so does what a damaged picture leaves.
  void init({
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (made: WebAssembly.Instance) => void,
    ): WebAssembly.Exports => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
    print: complain,
    printErr: complain,
  });
  // At once, so that no other picture's instance comes between.
  const bitmap = await decode(bytes as unknown as ArrayBuffer);
  if (!bitmap) throw new Error('no picture in it');
  return { width: bitmap.width, height: bitmap.height, data: bitmap.data, complaints };
}
