import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../files/makeFolder';
import { writeWhole } from '../../files/wholeFile';
import type { LabelledStrip } from './generateStrip';

/** The names of the two files of strips, the first of which has a number. */
function namesOf(first: number): readonly [contrast: string, labels: string] {
  const name = `strips-${String(first).padStart(7, '0')}`;
  return [`${name}.bin`, `${name}.json`];
}

/** Whether strips lie in a folder already. */
export function hasStrips(folder: string, first: number): boolean {
  return namesOf(first).every((name) => existsSync(join(folder, name)));
}

/**
 * Writes strips to learn from, for a training by other means than this project's own: their local contrast as signed
 * bytes in steps of 4 / 127, one strip of [48, width] after another, and beside it as JSON
 * `{"first", "strips": [{"width", "text"}]}`.
 *
 * @param first the number of the first strip, which names the files
 */
export function writeStrips(folder: string, first: number, strips: readonly LabelledStrip[]): void {
  makeFolder(folder);
  const [contrastName, labelsName] = namesOf(first);
  writeWhole(
    join(folder, contrastName),
    Buffer.concat(
      strips.map(({ contrast }) =>
        Buffer.from(contrast.buffer, contrast.byteOffset, contrast.byteLength),
      ),
    ),
  );
  const labels = strips.map(({ width, text }) => ({ width, text }));
  // Last, so that whoever finds the labels finds the contrast, too.
  writeWhole(join(folder, labelsName), JSON.stringify({ first, strips: labels }));
}
