import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/data/digitSet';
import { loadMnist, type Mnist } from '../../src/data/mnist';
import { startEngine } from '../../src/engine/engine';
import { makeEnsemble, type EnsembleOptions } from '../../src/model/makeModel';
import { loadCard, loadModel } from '../../src/model/modelFolder';

let small: Mnist;

beforeAll(async () => {
  await startEngine();
  const mnist = await loadMnist();
  // 5,000 of them are for validation.
  const [train, test] = [sliceDigits(mnist.train, 0, 5_256), sliceDigits(mnist.test, 0, 200)];
  small = { ...mnist, train, test };
});

// Four networks of the standard preset: too slow a test for WebAssembly.
describe.runIf(process.env.DIGITS_ENGINE === 'native')('making an ensemble', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'ensemble-')), 'best');
  const make = (changes: Partial<EnsembleOptions>) =>
    makeEnsemble(small, {
      ensemble: 'best',
      overrides: { epochs: 1 },
      folder,
      resume: true,
      ...changes,
    });

  it('goes on after a stop with the first network that is not finished', async () => {
    const begun: number[] = [];
    const stopAtThird = (seed: number): void => {
      if (seed === 3) throw new Error('stopped');
      begun.push(seed);
    };
    await expect(make({ onMember: stopAtThird })).rejects.toThrow('stopped');
    expect(begun).toEqual([1, 2]);
    expect(loadCard(folder)).toBeUndefined();

    const resumed: number[] = [];
    const card = await make({ onMember: (seed) => resumed.push(seed) });
    expect(resumed).toEqual([3, 4]);
    expect(card.trainings.map(({ seed }) => seed)).toEqual([1, 2, 3, 4]);
    expect(loadCard(folder)).toEqual(card);
  });

  it('leaves one network with the parameters of all', async () => {
    const member = await loadModel(join(folder, 'members', 'seed-1'));
    const ensemble = await loadModel(folder);
    expect(ensemble.countParams()).toBe(4 * member.countParams());
  });

  it('trains again what was trained otherwise', async () => {
    const stop = (): void => {
      throw new Error('stopped');
    };
    const overrides = { epochs: 1, batchSize: 64 };
    await expect(make({ overrides, onMember: stop })).rejects.toThrow('stopped');
  });
});
