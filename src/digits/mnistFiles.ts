/** One of the four files that are MNIST. */
export interface MnistFile {
  /** The file's name, unpacked; packed it ends in .gz as well. */
  readonly name: string;
  /** SHA-256 of the unpacked file, as published with the originals. */
  readonly sha256: string;
}

/** The four files of MNIST by LeCun, Cortes and Burges (1998): 60,000 training and 10,000 test digits. */
export const mnistFiles = {
  trainImages: {
    name: 'train-images-idx3-ubyte',
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  trainLabels: {
    name: 'train-labels-idx1-ubyte',
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  testImages: {
    name: 't10k-images-idx3-ubyte',
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte',
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
} as const satisfies Record<string, MnistFile>;

/** Where MNIST can be fetched from, packed, in the order they are asked. */
export const mnistMirrors: readonly string[] = [
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
];

/** The SHA-256 of every file, unpacked, by its name: what a model's card says of the data. */
export const mnistHashes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(mnistFiles).map(({ name, sha256 }) => [name, sha256]),
);
