import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFinished } from '../../../src/files/finishedFolder';
import { createRandom } from '../../../src/numbers/random';
import { readState } from '../folderState';
import { taskArguments, type Job } from '../job';
import { makeZip } from '../makeZip';

/** Files in the archive, and the characters of each. */
const [FILES, LENGTH] = [8, 1_000_000];

const archiveIn = (folder: string): string => join(folder, 'archive.zip');
const libraryIn = (folder: string): string => join(folder, 'library');

function writeArchive(folder: string): void {
  const random = createRandom(1);
  const files = Array.from({ length: FILES }, (_, at) => ({
    name: `lib/${at}.so`,
    content: Array.from({ length: LENGTH / 10 }, () => random.integer(1e9) + 1e9).join(''),
  }));
  writeFileSync(archiveIn(folder), makeZip(files));
}

/** An archive is unpacked into a folder that is whole or not there, as the wheel with the library is. */
export const unpacking: Job = {
  name: 'unpack',
  prepare: writeArchive,
  args: (folder) => taskArguments('unpack', archiveIn(folder), libraryIn(folder)),
  outcome: (folder) =>
    isFinished(libraryIn(folder))
      ? JSON.stringify([...readState(libraryIn(folder), () => false)])
      : undefined,
  left: (folder) => (isFinished(libraryIn(folder)) ? 'the folder' : 'nothing'),
};
