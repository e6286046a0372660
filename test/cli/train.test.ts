import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCard } from '../../src/classifier/folder/modelFolder';
import { bestEpochOf } from '../../src/classifier/epochResult';
import { ensembles, findPreset, presets } from '../../src/classifier/settings/presets';
import { saveSampleReader } from '../../tools/faults/sampleReader';
import { runDigits, type Finished } from './runDigits';

const folder = join(mkdtempSync(join(tmpdir(), 'train-')), 'model');
const training = ['train', '--preset', 'quick', '--epochs', '2', '--seed', '3', '--out', folder];

describe('digits train', () => {
  let resumed: Finished;

  beforeAll(async () => {
    const killed = await runDigits(training, { killAt: 'epoch 1: ' });
    expect(killed.status).toBeNull();
    expect(existsSync(join(folder, 'model.json'))).toBe(false);
    resumed = await runDigits([...training, '--resume']);
  });

  it('goes on after a kill with the epoch that was not finished', () => {
    expect(resumed.status).toBe(0);
    expect(resumed.stderr).toContain('epochs 1 to 1 are kept');
    expect(resumed.stderr).not.toContain('epoch 1: ');
    expect(resumed.stderr).toContain('epoch 2: ');
  });

  it('prints what came of it on stdout, and nothing else', () => {
    expect(resumed.stdout).toMatch(
      /^model: +.*\ntraining: +quick, seed 3, best epoch .*\n.*\nvalidation accuracy: .*\ntest accuracy: .*\nengines: .*\n$/,
    );
  });

  it('leaves a model with a card, and no checkpoints', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'card.json',
      'checkpoints',
      'model.json',
      'weights.bin',
    ]);
    expect(readdirSync(join(folder, 'checkpoints'))).toEqual([]);
    const card = loadCard(folder)!;
    expect(card).toMatchObject({ preset: 'quick', parameters: 215_194 });
    const [{ seed, history }, ...others] = card.trainings;
    expect(others).toEqual([]);
    expect(seed).toBe(3);
    expect(history.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(card.data).toMatchObject({ trainingCount: 55_000, validationCount: 5_000 });
  });

  it('replaces no model where it is not asked to', async () => {
    const { status, stderr } = await runDigits(training);
    expect(status).toBe(1);
    expect(stderr).toContain(`${folder} already contains a model. Choose another folder`);
    expect(loadCard(folder)!.trainings[0].seed).toBe(3);
  });

  // Usually 99.1 %.
  it('has trained a network that reads 98.7 % of the test digits', () => {
    const { test, validation } = loadCard(folder)!;
    expect(test.count).toBe(10_000);
    expect(test.accuracy).toBeGreaterThan(0.987);
    expect(validation.accuracy).toBeGreaterThan(0.987);
  });

  it.each([
    [['--preset', 'huge'], 'Allowed choices are quick, standard, plain, best'],
    [['--epochs', '0'], 'Expected a whole number from 1, found "0"'],
    [['--epochs', 'many'], 'found "many"'],
    [['--speed', '9'], 'unknown option'],
  ])('is used wrongly with %j', async (args, message) => {
    const { status, stderr, stdout } = await runDigits(['train', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

it('digits train-reader replaces no page reader where it is not asked to', async () => {
  const reader = join(mkdtempSync(join(tmpdir(), 'train-')), 'reader');
  saveSampleReader('earlier', reader);
  const { status, stderr } = await runDigits(['train-reader', '--out', reader, '--rounds', '1']);
  expect(status).toBe(1);
  expect(stderr).toContain(`${reader} already contains a model`);
});

const shipped = (name: string): string => join(__dirname, '..', '..', 'models', name);

describe.each([
  { name: 'standard', megabytes: 1, members: undefined },
  { name: 'best', megabytes: 12, members: ensembles.best.members },
])('the model $name, which comes with the project', ({ name, megabytes, members }) => {
  const folder = shipped(name);
  const card = loadCard(folder)!;

  it(`weighs at most ${megabytes} MB`, () => {
    const bytes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(megabytes * 1e6);
  });

  it('was made by the recipe that stands in the code', () => {
    expect(card).toMatchObject({ preset: name, layers: presets.standard.layers });
    for (const { preset, hyperparameters } of card.trainings) {
      expect(hyperparameters).toEqual(findPreset(preset).hyperparameters);
    }
    if (members) {
      expect(card.trainings.map(({ preset, seed }) => ({ preset, seed }))).toEqual(members);
    }
  });

  it('has a card with the log of its making', () => {
    for (const { hyperparameters, history, bestEpoch } of card.trainings) {
      expect(history.length).toBe(hyperparameters.epochs);
      expect(bestEpoch).toBe(bestEpochOf(history, card.data.validationCount).epoch);
    }
  });

  it('has a card that says that both engines agree', () => {
    const { native, wasm, largestDifference } = card.engines!;
    expect([native.accuracy, wasm.accuracy]).toEqual([card.test.accuracy, card.test.accuracy]);
    expect(largestDifference).toBeLessThan(1e-4);
  });
});

describe('the standard model', () => {
  const card = loadCard(shipped('standard'))!;

  it.each(['--json', undefined])('is evaluated as its card says (%s)', async (json) => {
    const { status, stdout } = await runDigits(['evaluate', ...(json ? [json] : [])]);
    expect(status).toBe(0);
    if (json) {
      const result = JSON.parse(stdout) as Record<string, number>;
      expect(Object.keys(result)).toEqual([
        'count',
        'accuracy',
        'confidence',
        'nll',
        'ece',
        'perClass',
        'confusion',
        'coverage',
      ]);
      expect(result).toMatchObject({ count: 10_000, accuracy: card.test.accuracy });
      expect(result.nll).toBeCloseTo(card.test.nll, 5);
      expect(result.ece).toBeCloseTo(card.test.ece, 4);
    } else {
      expect(stdout).toContain(`${(100 * card.test.accuracy).toFixed(2)} %`);
      expect(stdout).toContain('rows: the digit, columns: the answer');
    }
  });
});
