import { beforeAll, expect, it } from 'vitest';
import { imageTensor } from '../../src/classifier/imageTensor';
import { startEngine } from '../../src/engine/engine';

beforeAll(async () => {
  await startEngine();
});

it('images become a tensor of ink from 0 to 1', () => {
  const images = new Uint8Array(2 * 784).fill(255, 784);
  const tensor = imageTensor(images);
  expect(tensor.shape).toEqual([2, 28, 28, 1]);
  expect([tensor.dataSync()[783], tensor.dataSync()[784]]).toEqual([0, 1]);
  expect(() => imageTensor(images.subarray(1))).toThrow('found 1567 values');
  tensor.dispose();
});
