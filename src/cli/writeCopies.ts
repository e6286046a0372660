import { join, parse } from 'node:path';
import { annotatePicture } from '../view/picture/annotatePicture';
import type { UsePicture } from './usePicture';

/** Writes copies of pictures with frames and answers into a folder that is there. */
export function writeCopies(folder: string): UsePicture {
  const written = new Set<string>();
  return async ({ file, page }, picture, reading) => {
    const wished = [parse(file).name, ...(page === undefined ? [] : [page]), 'annotated'].join('-');
    const name = freeName(wished, written);
    // Loaded when there is something to write: reading does without the encoder.
    const { writePicture } = await import('../picture/file/writePicture.js');
    writePicture(join(folder, `${name}.png`), annotatePicture(picture, reading));
  };
}

// Pictures of one name in several folders do not overwrite each other's copy.
function freeName(wished: string, taken: Set<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name); number++) name = `${wished}-${number}`;
  taken.add(name);
  return name;
}
