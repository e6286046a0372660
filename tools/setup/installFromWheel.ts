import { copyFileSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../src/files/cacheFolder';
import { ADDON_PLACE, LIBRARY_PLACE, removeEngine } from './engineFiles';
import { SetupError } from './failure';
import { withLock } from '../../src/files/lock';
import { writeWholeBy } from '../../src/files/wholeFile';
import { ADDON, compileAddon } from './nativeAddon';
import { getTensorflowLibrary } from './tensorflowLibrary';
import { wheelsFor } from './wheels';

function linkOrCopy(from: string, to: string): void {
  try {
    symlinkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * Installs TensorFlow's library out of its Python wheel, and the addon compiled here. Both are kept in
 * the cache; tfjs-node gets links to the library.
 *
 * @param folder of tfjs-node
 * @param system as in "linux-x64"
 * @throws SetupError where there is no wheel for the system, or what is needed can't be had
 */
export async function installFromWheel(folder: string, system: string): Promise<void> {
  const wheels = wheelsFor(system);
  if (!wheels) {
    throw new SetupError({
      what: "Taking TensorFlow's library from its Python package",
      tried: system,
      found: 'no package with the library for this system',
      mend: 'none needed: the WebAssembly engine does the same, more slowly',
    });
  }
  const cache = join(cacheFolder(), 'native');
  await withLock(join(cache, '.lock'), async () => {
    const library = await getTensorflowLibrary(wheels.tensorflow, cache);
    const headers = createRequire(__filename).resolve('node-api-headers/package.json');
    const sources = {
      binding: join(folder, 'binding'),
      nodeHeaders: join(dirname(headers), 'include'),
      library,
    };
    const addon = await compileAddon(sources, wheels.compiler, cache);
    removeEngine(folder);
    const [libraries, addons] = [join(folder, LIBRARY_PLACE), join(folder, ADDON_PLACE)];
    mkdirSync(libraries, { recursive: true });
    mkdirSync(addons, { recursive: true });
    for (const name of readdirSync(join(library, 'lib'))) {
      linkOrCopy(join(library, 'lib', name), join(libraries, name));
    }
    // Last, and whole: a process that calculates loads what it finds.
    writeWholeBy(join(addons, ADDON), (unfinished) => {
      copyFileSync(addon, unfinished);
    });
  });
}
