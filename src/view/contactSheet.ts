import { pastePicture } from '../picture/paste';
import type { Picture } from '../picture/picture';
import { shrinkPicture } from '../picture/shrink';

/** Grey between the pictures. */
const ground = 64;

/**
 * Puts pictures side by side in rows, those that are larger than a cell shrunk by a whole factor.
 *
 * @param pictures at least one
 * @param cell pixels of the width and height that each picture gets
 * @param columns how many stand in a row
 */
export function contactSheet(pictures: readonly Picture[], cell: number, columns: number): Picture {
  const width = cell * Math.min(columns, pictures.length);
  const height = cell * Math.ceil(pictures.length / columns);
  const data = new Uint8ClampedArray(4 * width * height).fill(ground);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  const sheet = { width, height, data };
  pictures.forEach((picture, index) => {
    const factor = Math.ceil(Math.max(picture.width, picture.height) / cell);
    const small = shrinkPicture(picture, factor);
    const left = (index % columns) * cell + ((cell - small.width) >> 1);
    const top = Math.floor(index / columns) * cell + ((cell - small.height) >> 1);
    pastePicture(sheet, small, left, top);
  });
  return sheet;
}
