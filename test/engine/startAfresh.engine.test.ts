import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { classifyDigits } from '../../src/classifier/classify';
import { createNetwork } from '../../src/classifier/network';
import { startEngine } from '../../src/engine/engine';
import { startAfresh } from '../../src/engine/startAfresh';
import { createRandom } from '../../src/numbers/random';
import { loadPageReader } from '../../src/reader/folder/readerFolder';
import { noiseImages, smallLayers } from '../classifier/smallNetwork';

beforeAll(async () => {
  await startEngine();
});

it('what a run holds is freed by the next one, and what was there before is not', async () => {
  const before = tf.scalar(3);
  const counts: number[] = [];
  for (let run = 0; run < 3; run++) {
    startAfresh();
    counts.push(tf.memory().numTensors);
    const network = createNetwork(smallLayers, createRandom(1));
    await classifyDigits(network, noiseImages(2), 2);
    await loadPageReader();
    expect(tf.memory().numTensors).toBeGreaterThan(counts[0] + 10);
  }
  expect(new Set(counts).size).toBe(1);
  expect(before.arraySync()).toBe(3);
});
