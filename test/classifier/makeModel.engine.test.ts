import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import { startEngine } from '../../src/engine/engine';
import { makeEnsemble, makeModel, type EnsembleOptions } from '../../src/classifier/makeModel';
import { loadCard, loadModel } from '../../src/classifier/folder/modelFolder';
import { ensembles, findPreset, type Member } from '../../src/classifier/settings/presets';

let small: Parameters<typeof makeModel>[0];

beforeAll(async () => {
  await startEngine();
  const { train, test } = await loadMnist();
  small = {
    training: sliceDigits(train, 0, 256),
    validation: sliceDigits(train, 256, 512),
    test: sliceDigits(test, 0, 200),
  };
});

const { members } = ensembles.best;

describe('an ensemble', () => {
  it('is of networks of equal layers', () => {
    const [first, ...others] = members.map(({ preset }) => findPreset(preset).layers);
    for (const layers of others) expect(layers).toEqual(first);
  });
});

// Several networks of the standard preset: too slow a test for WebAssembly.
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
    const begun: Member[] = [];
    const stopAtThird = (member: Member, position: number): void => {
      if (position === 2) throw new Error('stopped');
      begun.push(member);
    };
    await expect(make({ onMember: stopAtThird })).rejects.toThrow('stopped');
    expect(begun).toEqual(members.slice(0, 2));
    expect(loadCard(folder)).toBeUndefined();

    const resumed: Member[] = [];
    const card = await make({ onMember: (member) => resumed.push(member) });
    expect(resumed).toEqual(members.slice(2));
    expect(card.trainings).toMatchObject(members);
    expect(loadCard(folder)).toEqual(card);
  });

  it('leaves one network with the parameters of all', async () => {
    const member = await loadModel(join(folder, 'members', 'standard-1'));
    const ensemble = await loadModel(folder);
    expect(ensemble.countParams()).toBe(members.length * member.countParams());
  });

  it('trains again what was trained otherwise', async () => {
    const stop = (): void => {
      throw new Error('stopped');
    };
    const overrides = { epochs: 1, batchSize: 64 };
    await expect(make({ overrides, onMember: stop })).rejects.toThrow('stopped');
  });
});

describe('a training that was finished', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'finished-')), 'quick');

  it('is taken as it is where it is resumed, and made again where anything differs', async () => {
    const make = async (seed: number, replace = true) => {
      let [resumed, trained] = [0, 0];
      const card = await makeModel(small, {
        preset: 'quick',
        seed,
        overrides: { epochs: 1 },
        folder,
        resume: true,
        replace,
        onResume: (history) => (resumed = history.length),
        onEpoch: (history) => {
          trained = history.length;
        },
      });
      return { card, resumed, trained };
    };
    const first = await make(1);
    expect([first.resumed, first.trained]).toEqual([0, 1]);
    expect(await make(1)).toEqual({ card: first.card, resumed: 1, trained: 0 });
    await expect(make(2, false)).rejects.toThrow(/already contains a model\. .* --force/);
    expect(await make(1, false)).toEqual({ card: first.card, resumed: 1, trained: 0 });
    expect((await make(2)).trained).toBe(1);
  });
});
