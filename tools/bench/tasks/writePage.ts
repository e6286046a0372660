import { writeFile } from 'node:fs/promises';
import { Jimp } from 'jimp';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { composePage } from '../../../src/pages/samplePage';
import { runTask } from './runTask';

/**
 * Writes a page of handwriting, made of the test digits, as a JPEG of a certain size.
 *
 * @param path of the file
 * @param megapixels above 0
 * @param digits how many to write on the page, from 1
 */
async function writePage(path: string, megapixels: string, digits: string): Promise<undefined> {
  const random = createRandom(1);
  const text = Array.from({ length: Number(digits) }, () => random.integer(10)).join('');
  const columns = Math.ceil(Math.sqrt(text.length));
  const lines = text.match(new RegExp(`.{1,${columns}}`, 'g'))!;
  const page = composePage(lines, (await loadMnist()).test, random);
  const scale = Math.sqrt((Number(megapixels) * 1e6) / (page.width * page.height));
  const picture = new Jimp({ ...page, data: Buffer.from(page.data) });
  picture.resize({ w: Math.round(page.width * scale), h: Math.round(page.height * scale) });
  await writeFile(path, await picture.getBuffer('image/jpeg', { quality: 90 }));
}

runTask(writePage);
