import { expect, it } from 'vitest';
import { growthOf, soak } from '../../../tools/faults/soak';

it('a training of many epochs holds no more tensors from one to the next', async () => {
  const held = await soak({ epochs: 12, steps: 1, seed: 1 });
  expect(held.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  expect(new Set(held.map(({ tensors }) => tensors)).size).toBe(1);
  expect(growthOf(held, 'tensors')).toBe(0);
});

it('growth is that of the last quarter over the second', () => {
  const held = [1, 1, 2, 4, 9, 9, 7, 7].map((tensors, at) => ({
    epoch: at + 1,
    tensors,
    resident: 0,
    heap: 0,
  }));
  expect(growthOf(held, 'tensors')).toBe(4);
});
