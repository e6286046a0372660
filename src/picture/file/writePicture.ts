import { writeWhole } from '../../files/wholeFile';
import type { Picture } from '../picture';
import { encodePng } from './encodePng';

/**
 * Writes a picture to a PNG file, which appears under its name only when it is whole.
 *
 * @param path the file's path; its folder must exist
 * @throws WriteError where the file cannot be written; what was there before is then still whole
 */
export function writePicture(path: string, picture: Picture): void {
  writeWhole(path, encodePng(picture, 'photo'));
}
