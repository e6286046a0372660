// Compiles the addon of the native engine: `node buildAddon.js CACHE`.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { realpathSync } from 'node:fs';
import { engineFolder, LIBRARY_PLACE } from '../../setup/engineFiles';
import { compileAddon } from '../../setup/nativeAddon';
import { wheelsFor } from '../../setup/wheels';

const headers = createRequire(__filename).resolve('node-api-headers/package.json');
const library = join(engineFolder(), LIBRARY_PLACE, 'libtensorflow_framework.so.2');
void compileAddon(
  {
    binding: join(engineFolder(), 'binding'),
    nodeHeaders: join(dirname(headers), 'include'),
    // The library lies in the cache, in whose folder the headers are, too.
    library: dirname(dirname(realpathSync(library))),
  },
  wheelsFor('linux-x64')!.compiler,
  process.argv[2],
);
