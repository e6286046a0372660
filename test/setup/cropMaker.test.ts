import { afterAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/data/digitSet';
import { loadMnist } from '../../src/data/mnist';
import { startCropMaker, type CropMaker } from '../../src/setup/cropMaker';

const makers: CropMaker[] = [];
async function start(seed: number): Promise<CropMaker> {
  const maker = startCropMaker(sliceDigits((await loadMnist()).train, 0, 200), seed);
  makers.push(maker);
  return maker;
}
afterAll(() => Promise.all(makers.map(({ stop }) => stop())));

describe('a thread that makes crops', () => {
  it('makes the same crop of the same number, in whatever order it is asked', async () => {
    const [first, second] = [await start(1), await start(1)];
    const [whole, , last] = await Promise.all([
      first.makeCrops(0, 4),
      second.makeCrops(0, 2),
      second.makeCrops(2, 2),
    ]);
    expect(whole).toHaveLength(4);
    expect(last).toEqual(whole.slice(2));
  });

  it('makes other crops of another seed', async () => {
    const [one, two] = [await start(1), await start(2)];
    const [a, b] = await Promise.all([one.makeCrops(0, 1), two.makeCrops(0, 1)]);
    expect(a).not.toEqual(b);
  });

  it('passes on what goes wrong', async () => {
    const maker = await start(NaN);
    await expect(maker.makeCrops(0, 1)).rejects.toThrow('a seed must be a whole number');
  });
});
