import { beforeAll, expect, it } from 'vitest';
import { featureMaps } from '../../../src/classifier/inside/featureMaps';
import { createNetwork } from '../../../src/classifier/network';
import { findPreset } from '../../../src/classifier/settings/presets';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { noiseImages } from '../smallNetwork';

beforeAll(async () => {
  await startEngine();
});

it('what the first layer sees is one image a filter, from 0 to 255', () => {
  const maps = featureMaps(
    createNetwork(findPreset('quick').layers, createRandom(1)),
    noiseImages(1),
  );
  expect(maps).toMatchObject({ count: 24, height: 24, width: 24 });
  expect(maps.images.length).toBe(24 * 24 * 24);
  expect([Math.min(...maps.images), Math.max(...maps.images)]).toEqual([0, 255]);
});
