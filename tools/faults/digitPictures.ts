import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/files/projectFolder';
import { cropPicture } from '../../src/picture/crop';
import { readPicture } from '../../src/picture/file/readPicture';
import { writePicture } from '../../src/picture/file/writePicture';

/**
 * Writes pictures of one digit each, which are quick to read: parts of the sample page.
 *
 * @param folder is created; gets 00.png, 01.png and so on
 * @param count at most 40
 * @returns their paths
 */
export async function writeDigitPictures(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const page = await readPicture(join(projectFolder(), 'data', 'sample-page.png'));
  const [width, height] = [page.width / 12, page.height / 6];
  const paths: string[] = [];
  for (let index = 0; index < count; index++) {
    const x0 = Math.round(width * (1 + (index % 10)));
    const y0 = Math.round(height * (0.7 + 1.15 * Math.floor(index / 10)));
    const box = { x0, y0, x1: x0 + Math.round(width), y1: y0 + Math.round(height) };
    const path = join(folder, `${String(index).padStart(2, '0')}.png`);
    writePicture(path, cropPicture(page, box));
    paths.push(path);
  }
  return paths;
}
