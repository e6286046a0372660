import { beforeAll, expect, it } from 'vitest';
import { classifyDigits } from '../../src/classifier/classify';
import { evaluate } from '../../src/classifier/evaluation/evaluation';
import { createNetwork } from '../../src/classifier/network';
import { applyTemperature } from '../../src/classifier/temperature';
import { startEngine } from '../../src/engine/engine';
import { createRandom } from '../../src/numbers/random';
import { noiseImages, smallLayers } from './smallNetwork';

beforeAll(async () => {
  await startEngine();
});

it('a temperature changes how sure a network is, not what it answers', async () => {
  const [count, images] = [50, noiseImages(50)];
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 10);
  const model = createNetwork(smallLayers, createRandom(2));
  const before = await classifyDigits(model, images, count);
  applyTemperature(model, 2);
  const after = await classifyDigits(model, images, count);
  const expected = before.map(Math.sqrt);
  for (let index = 0; index < count; index++) {
    const total = expected.subarray(index * 10, index * 10 + 10).reduce((a, b) => a + b);
    for (let digit = 0; digit < 10; digit++) {
      expect(after[index * 10 + digit]).toBeCloseTo(expected[index * 10 + digit] / total, 4);
    }
  }
  expect(evaluate(after, labels).accuracy).toBe(evaluate(before, labels).accuracy);
});
