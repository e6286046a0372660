import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { sliceDigits } from '../../src/digits/digitSet';
import { darkestChannel, localContrast } from '../../src/picture/localContrast';
import { loadMnist } from '../../src/digits/mnist';
import { projectFolder } from '../../src/files/projectFolder';
import { resamplePlane } from '../../src/picture/resample';
import { setCompiler } from '../../src/engine/compile';
import { startEngine } from '../../src/engine/engine';
import { classifyDigits } from '../../src/classifier/classify';
import { modelFolder, modelNames } from '../../src/files/shippedModels';
import { loadModel } from '../../src/classifier/folder/modelFolder';
import { decodeDetector } from '../../src/reader/detector/detectorBytes';
import { DEFAULT_READER } from '../../src/reader/folder/readerFolder';
import { createDetector } from '../../src/reader/detector/detector';
import { readPicture } from '../../src/picture/file/readPicture';

it.each(modelNames())(
  '%s gives the probabilities of the plain JavaScript backend',
  async (name) => {
    await startEngine();
    const engine = tf.getBackend();
    const { images, count } = sliceDigits((await loadMnist()).train, 59_990, 60_000);
    const classifyOn = async (backend: string): Promise<Float32Array> => {
      await tf.setBackend(backend);
      return classifyDigits(await loadModel(modelFolder(name)), images, count);
    };
    const expected = await classifyOn('cpu');
    const found = await classifyOn(engine);
    found.forEach((probability, index) => {
      expect(Math.abs(probability - expected[index])).toBeLessThan(1e-4);
    });
  },
);

it('the page reader finds the same digits as with the plain JavaScript backend', async () => {
  const folded = decodeDetector(readFileSync(join(modelFolder(DEFAULT_READER), 'weights.bin')));
  const page = darkestChannel(await readPicture(join(projectFolder(), 'data', 'sample-page.png')));
  const contrast = localContrast(
    resamplePlane(page, 240, Math.round((240 * page.height) / page.width)),
  );
  await startEngine();
  const found = await createDetector(folded)(contrast);
  expect(found.length).toBeGreaterThan(20);
  await tf.setBackend('cpu');
  setCompiler((run) => ({ run, dispose: () => undefined }));
  const expected = await createDetector(folded)(contrast);
  expect(found).toHaveLength(expected.length);
  found.forEach(({ box, score, probabilities }, index) => {
    expect(Math.abs(score - expected[index].score)).toBeLessThan(1e-4);
    probabilities.forEach((probability, digit) => {
      expect(Math.abs(probability - expected[index].probabilities[digit])).toBeLessThan(1e-4);
    });
    expect(Math.abs(box.x0 - expected[index].box.x0)).toBeLessThan(1e-2);
    expect(Math.abs(box.y1 - expected[index].box.y1)).toBeLessThan(1e-2);
  });
});
