import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFinished } from '../../../src/files/finishedFolder';
import { sha256 } from '../../../src/files/wholeFile';
import { ADDON } from '../../setup/nativeAddon';
import { taskArguments, type Job } from '../job';

const cacheIn = (folder: string): string => join(folder, 'cache');

function findAddon(cache: string): string | undefined {
  const folders = existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : [];
  const folder = folders.find((path) => /addon-\w+$/.test(path) && isFinished(path));
  return folder === undefined ? undefined : join(folder, ADDON);
}

/** The addon of the native engine is compiled. */
export const building: Job = {
  name: 'build',
  args: (folder) => taskArguments('buildAddon', cacheIn(folder)),
  outcome: (folder) => {
    const addon = findAddon(cacheIn(folder));
    return addon === undefined ? undefined : sha256(readFileSync(addon));
  },
  left: (folder) => (findAddon(cacheIn(folder)) === undefined ? 'nothing' : 'the addon'),
};
