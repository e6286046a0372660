import { afterAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { startCropMaker } from '../../../src/learning/detector/cropMaker';
import type { ExampleSource } from '../../../src/learning/exampleSource';
import type { TrainingCrop } from '../../../src/learning/detector/trainingCrop';

const makers: ExampleSource<TrainingCrop>[] = [];
async function start(seed: number, threads = 1): Promise<ExampleSource<TrainingCrop>> {
  const maker = startCropMaker(
    sliceDigits((await loadMnist()).train, 0, 200),
    seed,
    undefined,
    threads,
  );
  makers.push(maker);
  return maker;
}
afterAll(() => Promise.all(makers.map(({ stop }) => stop())));

describe('threads that make crops', () => {
  it('make the same crop of the same number, in whatever order it is asked', async () => {
    const [first, second] = [await start(1), await start(1)];
    const [whole, , last] = await Promise.all([
      first.make(0, 4),
      second.make(0, 2),
      second.make(2, 2),
    ]);
    expect(whole).toHaveLength(4);
    expect(last).toEqual(whole.slice(2));
  });

  it('make the same crops, however many threads there are', async () => {
    const [one, three] = [await start(1), await start(1, 3)];
    const expected = await one.make(5, 4);
    expect(await three.make(5, 4)).toEqual(expected);
    // Fewer crops than threads.
    expect(await three.make(6, 1)).toEqual(expected.slice(1, 2));
  });

  it('make other crops of another seed', async () => {
    const [one, two] = [await start(1), await start(2)];
    const [a, b] = await Promise.all([one.make(0, 1), two.make(0, 1)]);
    expect(a).not.toEqual(b);
  });

  it('pass on what goes wrong', async () => {
    const maker = await start(NaN, 2);
    await expect(maker.make(0, 1)).rejects.toThrow('a seed must be a whole number');
  });
});
