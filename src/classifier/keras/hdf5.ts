// What is used of h5wasm: its own types are those of an ES module, which the kernel's compiler does not read.

/** An array in a file. */
export interface Dataset {
  readonly value: unknown;
  readonly shape: number[] | null;
}

/** What holds arrays and other groups. */
export interface Group {
  readonly attrs: Readonly<Record<string, { readonly value: unknown } | undefined>>;
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
  readonly ready: Promise<unknown>;
  readonly File: new (path: string, mode: 'r' | 'w') => HdfFile;
}

/**
 * Opens an HDF5 file, to read it or to write it anew.
 *
 * @throws Error where it cannot be opened
 */
export type OpenHdf = (path: string, mode: 'r' | 'w') => HdfFile;

/** Loads what opens HDF5 files. */
export async function loadHdf(): Promise<OpenHdf> {
  const name = 'h5wasm/node';
  const { ready, File } = (await import(name)) as Hdf5;
  await ready;
  return (path, mode) => new File(path, mode);
}
