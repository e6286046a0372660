// Run as a process of its own: a process has one engine for all its life. Writes the probabilities that a
// model gives MNIST's test digits: `node classifyTest.js MODEL_FOLDER FILE`.
import { writeFileSync } from 'node:fs';
import { loadMnist } from '../digits/mnist';
import { loadClassifier } from '../classifier/folder/loadClassifier';

async function classifyTest(folder: string, path: string): Promise<void> {
  const { test } = await loadMnist();
  const classify = await loadClassifier(folder);
  writeFileSync(path, await classify(test.images, test.count));
}

classifyTest(process.argv[2], process.argv[3]).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
