import { beforeAll, expect, it } from 'vitest';
import { classifyDigits, createClassifier } from '../../src/classifier/classify';
import { createNetwork } from '../../src/classifier/network';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { noiseImages, smallLayers } from './smallNetwork';

beforeAll(async () => {
  await startEngine();
});

it('any number of images is answered in order, as each of them alone', async () => {
  const model = createNetwork(smallLayers, createRandom(1));
  const classify = createClassifier(model);
  // More than one batch, the last one in several parts; the second time compiled.
  const images = noiseImages(1_200);
  const first = await classify(images, 1_200);
  (await classify(images, 1_200)).forEach((probability, at) => {
    expect(first[at]).toBeCloseTo(probability, 5);
  });
  for (const index of [0, 63, 64, 1_023, 1_024, 1_199]) {
    const alone = await classify(images.subarray(index * 784, (index + 1) * 784), 1);
    alone.forEach((probability, digit) => {
      expect(first[10 * index + digit]).toBeCloseTo(probability, 5);
    });
  }
  classify.dispose();
  model.dispose();
});

it('images of another size are refused', async () => {
  const model = createNetwork(smallLayers, createRandom(1));
  await expect(classifyDigits(model, new Uint8Array(100), 1)).rejects.toThrow(
    'expected 1 images of 28x28 pixels (784 values), found 100 values',
  );
});
