import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { sliceDigits } from '../../src/data/digitSet';
import { loadMnist } from '../../src/data/mnist';
import { startEngine } from '../../src/engine/engine';
import { classifyDigits } from '../../src/model/classify';
import { loadModel, modelFolder, modelNames } from '../../src/model/modelFolder';

it.each(modelNames())(
  '%s gives the probabilities of the plain JavaScript backend',
  async (name) => {
    await startEngine();
    const engine = tf.getBackend();
    const { images, count } = sliceDigits((await loadMnist()).train, 59_960, 60_000);
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
