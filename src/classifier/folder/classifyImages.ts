// Run as a process of its own: a process has one engine for all its life. Writes the probabilities that a model gives
// images: `node classifyImages.js MODEL_FOLDER IMAGES ANSWERS`, where IMAGES holds [count, 28, 28] bytes.
import { readRegularFile } from '../../files/regularFile';
import { writeWhole } from '../../files/wholeFile';
import { loadClassifier } from './loadClassifier';

async function classifyImages(folder: string, imagesPath: string, path: string): Promise<void> {
  const images = new Uint8Array(readRegularFile(imagesPath, 'images of digits'));
  const classify = await loadClassifier(folder);
  const answers = await classify(images, images.length / (28 * 28));
  writeWhole(path, Buffer.from(answers.buffer, answers.byteOffset, answers.byteLength));
}

const [folder, images, path] = process.argv.slice(2);
classifyImages(folder, images, path).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
