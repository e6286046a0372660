import { writeFile } from 'node:fs/promises';
import type { Picture } from '../picture';
import { encodePng } from './encodePng';

/**
 * Writes a picture to a PNG file.
 *
 * @param path the file's path; its folder must exist
 * @throws Error where the file cannot be written
 */
export async function writePicture(path: string, picture: Picture): Promise<void> {
  await writeFile(path, encodePng(picture, 'photo'));
}
