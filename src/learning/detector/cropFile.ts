import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../files/wholeFile';
import type { Box } from '../../picture/box';
import type { TrainingCrop } from './trainingCrop';
import { makeFolder } from '../../files/makeFolder';

const corners = ({ x0, y0, x1, y1 }: Box): number[] => [x0, y0, x1, y1];

/** The names of the two files of crops, the first of which has a number. */
function namesOf(first: number): readonly [contrast: string, labels: string] {
  const name = `crops-${String(first).padStart(7, '0')}`;
  return [`${name}.bin`, `${name}.json`];
}

/** Whether crops lie in a folder already. */
export function hasCrops(folder: string, first: number): boolean {
  return namesOf(first).every((name) => existsSync(join(folder, name)));
}

/**
 * Writes crops to learn from, for a training by other means than this project's own: their local contrast as signed
 * bytes, [count, 192, 192], in steps of 4 / 127, and beside it as JSON `{"first", "crops": [{"digits": [[digit, x0, y0,
 * x1, y1]], "ignored": [[x0, y0, x1, y1]]}]}` in pixels.
 *
 * @param first the number of the first crop, which names the files
 */
export function writeCrops(folder: string, first: number, crops: readonly TrainingCrop[]): void {
  makeFolder(folder);
  const [contrastName, labelsName] = namesOf(first);
  writeWhole(
    join(folder, contrastName),
    Buffer.concat(
      crops.map(({ contrast }) =>
        Buffer.from(contrast.buffer, contrast.byteOffset, contrast.length),
      ),
    ),
  );
  const labels = crops.map(({ digits, ignored }) => ({
    digits: digits.map(({ digit, box }) => [digit, ...corners(box)]),
    ignored: ignored.map(corners),
  }));
  // Last, so that whoever finds the labels finds the contrast, too.
  writeWhole(join(folder, labelsName), JSON.stringify({ first, crops: labels }));
}
