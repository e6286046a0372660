// What is used of h5wasm: its own types are those of an ES module, which the kernel's compiler does not read.

/** An array in a file. */
export interface Dataset {
  readonly value: unknown;
  readonly shape: number[] | null;
}

/** What holds arrays and other groups. */
export interface Group {
  readonly attrs: Readonly<Record<string, { readonly value: unknown } | undefined>>;
  /** The names of what it holds. */
  keys(): string[];
  get(path: string): Group | Dataset | null;
  create_group(name: string): Group;
  create_attribute(name: string, data: unknown, shape?: number[], dtype?: string): void;
  create_dataset(options: {
    name: string;
    data: Float32Array;
    shape: number[];
    dtype: string;
  }): Dataset;
}

/** An open file. */
export type HdfFile = Group & { close(): void };

interface Hdf5 {
  /** The library's own files, which lie in memory. */
  readonly ready: Promise<{
    /** Lets errors of the library be thrown; else it answers with whatever stood in its memory. */
    activate_throwing_error_handler(): void;
    readonly FS: {
      readFile(name: string): Uint8Array;
      writeFile(name: string, content: Uint8Array): void;
      unlink(name: string): void;
    };
  }>;
  readonly File: new (name: string, mode: 'r' | 'w') => HdfFile;
}

/** What the one file is called in the library's memory. */
const NAME = 'model.h5';

// The build for Node, which works on the disk itself, is silent where that is full.
async function loadHdf5(): Promise<Hdf5> {
  const name = 'h5wasm';
  return (await import(name)) as Hdf5;
}

/**
 * Opens an HDF5 file to read it.
 *
 * @param content of the whole file
 * @throws Error where it cannot be opened
 */
export async function openHdf(content: Uint8Array): Promise<HdfFile> {
  const { ready, File } = await loadHdf5();
  const module = await ready;
  module.activate_throwing_error_handler();
  module.FS.writeFile(NAME, content);
  try {
    return new File(NAME, 'r');
  } finally {
    module.FS.unlink(NAME);
  }
}

/**
 * What the library says of a file that it cannot read: the innermost of its reasons.
 *
 * @returns undefined where the error is another's
 */
export function hdfReason(error: unknown): string | undefined {
  const { message } = error as Error;
  return [...message.matchAll(/^ *#\d+:.* in \w+\(\): (.*)$/gm)].at(-1)?.[1];
}

/**
 * Makes an HDF5 file.
 *
 * @param fill puts into it what it is to hold
 */
export async function encodeHdf(fill: (file: HdfFile) => void): Promise<Uint8Array> {
  const { ready, File } = await loadHdf5();
  const { FS } = await ready;
  const file = new File(NAME, 'w');
  try {
    fill(file);
  } finally {
    file.close();
  }
  const content = FS.readFile(NAME);
  FS.unlink(NAME);
  return content;
}
