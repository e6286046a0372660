import { beforeAll, expect, it } from 'vitest';
import { classifyDigits } from '../../src/classifier/classify';
import { createNetwork, joinNetworks } from '../../src/classifier/network';
import { findPreset, presetNames } from '../../src/classifier/settings/presets';
import { applyTemperature } from '../../src/classifier/temperature';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { noiseImages, smallLayers } from './smallNetwork';

beforeAll(async () => {
  await startEngine();
});

it('networks that are joined answer with the mean of their logits, and are calibrated as one', async () => {
  const [count, images] = [20, noiseImages(20)];
  const members = [1, 2, 3].map((seed) => createNetwork(smallLayers, createRandom(seed)));
  const joined = joinNetworks(smallLayers, members);
  applyTemperature(joined, 2);
  const found = await classifyDigits(joined, images, count);
  const each = await Promise.all(members.map((model) => classifyDigits(model, images, count)));
  for (let image = 0; image < count; image++) {
    // Softmax of half the mean logit: the sixth root of the product of three probabilities.
    const roots = Array.from({ length: 10 }, (_, digit) =>
      each.reduce((product, answer) => product * answer[10 * image + digit] ** (1 / 6), 1),
    );
    const total = roots.reduce((a, b) => a + b);
    roots.forEach((root, digit) => {
      expect(found[10 * image + digit]).toBeCloseTo(root / total, 4);
    });
  }
});

it.each(presetNames)('%s is a network from an image to ten probabilities', async (name) => {
  const model = createNetwork(findPreset(name).layers, createRandom(1));
  const probabilities = await classifyDigits(model, noiseImages(3), 3);
  expect(probabilities.length).toBe(30);
  for (let image = 0; image < 3; image++) {
    const total = probabilities.subarray(10 * image, 10 * image + 10).reduce((a, b) => a + b);
    expect(total).toBeCloseTo(1, 5);
  }
});
