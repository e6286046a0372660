import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { createDetector } from '../../../src/reader/detector/detector';
import { readReader } from '../../../src/reader/folder/readerFolder';

beforeAll(async () => {
  await startEngine();
});

describe('a detector', () => {
  it('leaves no tensors behind', async () => {
    const before = tf.memory().numTensors;
    const detector = createDetector(readReader('reader').folded);
    await detector({ width: 30, height: 50, data: new Float32Array(1500) });
    detector.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
