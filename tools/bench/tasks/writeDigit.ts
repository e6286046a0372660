import { writeFile } from 'node:fs/promises';
import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { composePage } from '../../../src/pages/samplePage';
import { writePicture } from '../../../src/picture/file/writePicture';
import { runTask } from './runTask';

/**
 * Writes the first test digit, a 7: as its 28x28 bytes, and as a picture of handwriting.
 *
 * @param bytes the file for the bytes
 * @param picture the file for the picture, a PNG
 */
async function writeDigit(bytes: string, picture: string): Promise<undefined> {
  const digit = sliceDigits((await loadMnist()).test, 0, 1);
  await writeFile(bytes, digit.images);
  writePicture(picture, composePage([String(digit.labels[0])], digit, createRandom(1)));
}

runTask(writeDigit);
