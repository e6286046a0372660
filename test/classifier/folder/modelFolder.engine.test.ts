import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifyDigits } from '../../../src/classifier/classify';
import { loadModel, saveModel } from '../../../src/classifier/folder/modelFolder';
import { createNetwork, joinNetworks } from '../../../src/classifier/network';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { noiseImages, smallLayers, temporaryFolder } from '../smallNetwork';

beforeAll(async () => {
  await startEngine();
});

describe('a saved model', () => {
  it('replaces another one, and the card that spoke of it', async () => {
    const folder = temporaryFolder();
    const weights = await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    writeFileSync(join(folder, 'card.json'), JSON.stringify({ weights }));
    await loadModel(folder);
    await saveModel(createNetwork(smallLayers, createRandom(2)), folder);
    await loadModel(folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('gives the same answers, but for the rounding to half precision', async () => {
    const model = createNetwork(smallLayers, createRandom(5));
    const folder = temporaryFolder();
    await saveModel(model, folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
    expect(readFileSync(join(folder, 'weights.bin')).length).toBe(2 * model.countParams());
    const loaded = await loadModel(folder);
    const [count, images] = [100, noiseImages(100)];
    const [before, after] = [
      await classifyDigits(model, images, count),
      await classifyDigits(loaded, images, count),
    ];
    after.forEach((value, index) => {
      expect(Math.abs(value - before[index])).toBeLessThan(2e-3);
    });
  });

  it.each([
    [
      'is missing',
      (folder: string) => {
        rmSync(join(folder, 'model.json'));
      },
      'expected a model, found no such file',
    ],
    [
      'is no JSON',
      (folder: string) => {
        writeFileSync(join(folder, 'model.json'), '{');
      },
      'expected JSON, found damage',
    ],
    [
      'is no model',
      (folder: string) => {
        writeFileSync(join(folder, 'model.json'), '{}');
      },
      'found no topology',
    ],
    [
      'lacks its weights',
      (folder: string) => {
        rmSync(join(folder, 'weights.bin'));
      },
      "expected the model's weights, found no file",
    ],
    [
      'has truncated weights',
      (folder: string) => {
        truncateSync(join(folder, 'weights.bin'), 100);
      },
      'bytes of weights, found 100',
    ],
    [
      'has other weights than its card says',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":"0123"}');
      },
      'expected the SHA-256 of its card (0123)',
    ],
    [
      'has a damaged card',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":');
      },
      'card.json: expected JSON, found damage',
    ],
  ])('says why it does not load where it %s', async (_, damage, message) => {
    const folder = temporaryFolder();
    await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    damage(folder);
    await expect(loadModel(folder)).rejects.toThrow(message);
    await expect(loadModel(folder)).rejects.toThrow(folder);
  });

  it('is refused where it is a network for something else', async () => {
    const folder = temporaryFolder();
    await saveModel(createNetwork([{ kind: 'flatten' }], createRandom(1)), folder);
    await expect(loadModel(folder)).rejects.toThrow('found [null,28,28,1] to [null,784]');
  });
});

it('joined networks are saved and loaded as one', async () => {
  const [count, images] = [20, noiseImages(20)];
  const members = [1, 2].map((seed) => createNetwork(smallLayers, createRandom(seed)));
  const joined = joinNetworks(smallLayers, members);
  const folder = temporaryFolder();
  await saveModel(joined, folder);
  const loaded = await loadModel(folder);
  const expected = await classifyDigits(joined, images, count);
  (await classifyDigits(loaded, images, count)).forEach((probability, index) => {
    expect(probability).toBeCloseTo(expected[index], 2);
  });
});
