import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
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
    await detector({ width: 30, height: 50, data: new Float32Array(1500).fill(1) });
    detector.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('asks the network nothing about empty paper, and about anything else it does', async () => {
    const detector = createDetector(readReader('reader').folded);
    const kernelsFor = async (contrast: number): Promise<number> => {
      const before = tf.engine().state.numBytes;
      let calls = 0;
      const original = tf.engine().runKernel.bind(tf.engine());
      const spy = vi.spyOn(tf.engine(), 'runKernel').mockImplementation((...parts) => {
        calls++;
        return original(...parts);
      });
      await detector({ width: 30, height: 50, data: new Float32Array(1500).fill(contrast, 0, 1) });
      spy.mockRestore();
      expect(tf.engine().state.numBytes).toBe(before);
      return calls;
    };
    expect(await kernelsFor(0)).toBe(0);
    expect(await kernelsFor(0.1)).toBeGreaterThan(0);
    detector.dispose();
  });
});
