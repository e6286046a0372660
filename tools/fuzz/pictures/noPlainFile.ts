import { execFileSync } from 'node:child_process';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick } from '../../../src/numbers/chance';
import { readPicture } from '../../../src/picture/file/readPicture';
import type { FuzzKind } from '../fuzzKind';

const makers: readonly ((path: string) => void)[] = [
  (path) => execFileSync('mkfifo', [path]),
  (path) => {
    writeFileSync(path, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    truncateSync(path, 2 ** 33);
  },
  (path) => {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 28);
  },
];

/** Pipes that nobody writes to, and files that are nearly all holes: each must be refused. */
export const noPlainFileKind: FuzzKind = {
  name: 'no plain file',
  create: () => ({}),
  read: async (folder, random) => {
    const path = join(folder, 'picture.png');
    pick(random, process.platform === 'win32' ? makers.slice(1) : makers)(path);
    try {
      await readPicture(path);
    } finally {
      rmSync(path);
    }
  },
};
