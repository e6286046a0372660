import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listParts, picturesOf, tableOfPart } from '../../../src/batch/parts';
import { sha256 } from '../../../src/files/wholeFile';
import { tableRows } from '../../../src/view/tableRows';
import { writeDigitPictures } from '../digitPictures';
import { digitsArguments, type Job } from '../job';

/** Two parts. */
const PICTURES = 10;

function partsIn(folder: string): string[] {
  const out = join(folder, 'out');
  return existsSync(join(out, 'parts')) ? listParts(out) : [];
}

function countPictures(folder: string): number {
  return partsIn(folder).flatMap(picturesOf).length;
}

/** Small pictures are read as a batch. */
export const batching: Job = {
  name: 'batch',
  prepare: async (folder) => {
    await writeDigitPictures(join(folder, 'pictures'), PICTURES);
  },
  args: () => digitsArguments('batch', 'pictures', '--out', 'out', '--processes', '1'),
  outcome: (folder) =>
    countPictures(folder) === PICTURES
      ? partsIn(folder)
          .flatMap((part) => tableRows.map((rows) => tableOfPart(part, rows)))
          .map((table) => sha256(readFileSync(table)))
          .join()
      : undefined,
  left: (folder) => `${countPictures(folder)} of ${PICTURES} pictures`,
};
