import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planSweep } from '../../../src/classifier/sweep/planSweep';
import { keepInside } from '../../../src/files/pathCheck';
import { taskOf } from '../../../src/classifier/sweep/sweepJob';

const root = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
const folder = join(root, 'sweep');
mkdirSync(join(folder, 'trials'), { recursive: true });
const check = keepInside([root], 'ask first');
const [trial] = planSweep({ preset: 'quick', values: { epochs: [1] } });

describe('a trial that somebody else has sent', () => {
  it('is kept below the folder of its sweep, under a name of its own', () => {
    const { checkpoints } = taskOf({ folder, trial, checkpoints: '/etc' }, check);
    expect(dirname(checkpoints)).toBe(join(folder, 'trials'));
  });

  it('may name no folder elsewhere, and none that holds no sweep', () => {
    expect(() => taskOf({ folder: '/etc', trial }, check)).toThrow('leads elsewhere');
    expect(() => taskOf({ folder: root, trial }, check)).toThrow(/expected the folder of a sweep/);
  });

  it.each([
    ['no folder', { trial }, /^expected a trial of a sweep as this version/],
    ['no trial', { folder }, /^trial: expected an object/],
    [
      'a layer of no kind',
      { folder, trial: { ...trial, layers: [{ kind: 'x' }] } },
      /^trial\.layers\.0\.kind/,
    ],
    [
      'more digits than there are',
      { folder, trial: { ...trial, trainingCount: 1e9 } },
      /^trial\.trainingCount/,
    ],
    ['a seed that is a text', { folder, trial: { ...trial, seed: '1' } }, /^trial\.seed/],
  ])('is refused with %s', (_, job, message) => {
    expect(() => taskOf(job, check)).toThrow(message);
  });
});
