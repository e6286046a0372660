import { createDigitSet, type DigitSet } from './digitSet';
import { decodeIdx, type IdxArray } from './idx';
import { mnistFiles, type MnistFile } from './mnistFiles';
import { findMnist, locateMnistFile, readVerified, type FindMnistOptions } from './mnistSources';

/** MNIST as its authors divided it. */
export interface Mnist {
  /** 60,000 digits to learn from. */
  readonly train: DigitSet;
  /** 10,000 digits by other writers, to be looked at once, at the end. */
  readonly test: DigitSet;
  /** Where the files came from. */
  readonly origin: string;
}

function readPart(folder: string, file: MnistFile): IdxArray {
  const path = locateMnistFile(folder, file);
  if (!path)
    throw new Error(`${folder}: expected ${file.name}, found no such file; run \`npm ci\``);
  return decodeIdx(readVerified(path, file), path);
}

/**
 * Loads the whole of MNIST, every file verified by its SHA-256.
 *
 * @param options where to look; see {@link findMnist}
 * @throws Error where the files are nowhere to be had, or are not the originals
 */
export async function loadMnist(options: FindMnistOptions = {}): Promise<Mnist> {
  const { folder, origin } = await findMnist(options);
  const part = (file: MnistFile): IdxArray => readPart(folder, file);
  return {
    train: createDigitSet(part(mnistFiles.trainImages), part(mnistFiles.trainLabels), folder),
    test: createDigitSet(part(mnistFiles.testImages), part(mnistFiles.testLabels), folder),
    origin,
  };
}
