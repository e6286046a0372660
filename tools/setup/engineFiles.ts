import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hashFile } from '../../src/files/hashFile';
import { sha256 } from '../../src/files/wholeFile';

/** The folder of tfjs-node, in which the library and the addon have their places. */
export function engineFolder(): string {
  return dirname(createRequire(__filename).resolve('@tensorflow/tfjs-node/package.json'));
}

/** The places that tfjs-node loads the library and the addon from, below its folder. */
export const [LIBRARY_PLACE, ADDON_PLACE] = [join('deps', 'lib'), join('lib', 'napi-v8')];

/** Takes the library and the addon away. */
export function removeEngine(folder: string): void {
  for (const name of ['deps', 'lib']) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The library's and the addon's files. */
function filesIn(folder: string): string[] {
  return [LIBRARY_PLACE, ADDON_PLACE].flatMap((name) => {
    const inside = join(folder, name);
    return existsSync(inside) ? readdirSync(inside).map((file) => join(inside, file)) : [];
  });
}

/** The content of the library and the addon, as a hash: it takes seconds. */
export function hashEngine(folder: string): string {
  const hashes = filesIn(folder)
    .filter((path) => existsSync(path))
    .map((path) => `${path.slice(folder.length)} ${hashFile(path)}`);
  return sha256(Buffer.from(hashes.join('\n')));
}

/** Every file of the library and the addon with size and age, and the Node that has loaded them. */
export function fingerprint(folder: string): string {
  const stats = filesIn(folder).map((path) => {
    // Of a link to a library that has gone from the cache there is nothing to say.
    const stat = statSync(path, { throwIfNoEntry: false });
    return `${path} ${stat?.size ?? 'missing'} ${stat?.mtimeMs ?? ''}`;
  });
  return [process.version, process.arch, ...stats].join('\n');
}
