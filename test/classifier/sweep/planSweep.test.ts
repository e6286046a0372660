import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPreset } from '../../../src/classifier/settings/presets';
import { planSweep, type SweepDescription } from '../../../src/classifier/sweep/planSweep';

const quick = findPreset('quick');
const plan = (description: unknown) => planSweep(description as SweepDescription, 'grid.json');
const valuesOf = (description: SweepDescription) =>
  planSweep(description).map(({ seed, values }) => [seed, ...Object.values(values)]);

describe('a grid', () => {
  it('has every combination of values, once with each seed', () => {
    const values = { learningRate: [0.003, 0.01], batchSize: [128, 256] };
    expect(valuesOf({ preset: 'quick', seeds: [1, 7], values })).toEqual([
      [1, 0.003, 128],
      [1, 0.003, 256],
      [1, 0.01, 128],
      [1, 0.01, 256],
      [7, 0.003, 128],
      [7, 0.003, 256],
      [7, 0.01, 128],
      [7, 0.01, 256],
    ]);
  });

  it('trains as the preset says but for what it names', () => {
    const [trial] = plan({ preset: 'quick', values: { learningRate: [0.5] } });
    expect(trial).toEqual({
      preset: 'quick',
      values: { learningRate: 0.5 },
      layers: quick.layers,
      hyperparameters: { ...quick.hyperparameters, learningRate: 0.5 },
      seed: 1,
      trainingCount: 55_000,
    });
  });

  it('without values is the preset', () => {
    const trials = plan({ preset: 'quick', seeds: [1, 2], trainingCount: 300, values: {} });
    expect(trials.map(({ seed, trainingCount }) => [seed, trainingCount])).toEqual([
      [1, 300],
      [2, 300],
    ]);
    expect(trials[0].hyperparameters).toEqual(quick.hyperparameters);
  });

  it('reaches into lists and layers, and leaves the preset as it is', () => {
    const before = JSON.stringify(quick);
    const [trial] = plan({
      preset: 'quick',
      values: { 'betas.1': [0.95], 'layers.0.filters': [8], 'layers.3.padding': ['same'] },
    });
    expect(trial.hyperparameters.betas).toEqual([0.7, 0.95]);
    expect(trial.layers[0]).toEqual({ kind: 'convolution', filters: 8, size: 5 });
    expect(trial.layers[3]).toMatchObject({ filters: 32, padding: 'same' });
    expect(trial.layers[7]).toBe(quick.layers[7]);
    expect(JSON.stringify(quick)).toBe(before);
  });

  it('takes whole layers, and whole networks', () => {
    const layers = [{ kind: 'flatten' }, { kind: 'dense', units: 10 }];
    const relu = { kind: 'dropout', rate: 0.5 };
    expect(plan({ preset: 'quick', values: { layers: [layers] } })[0].layers).toEqual(layers);
    expect(plan({ preset: 'quick', values: { 'layers.8': [relu] } })[0].layers[8]).toEqual(relu);
  });

  it('varies digits in one way where the preset varies them in none', () => {
    const [{ hyperparameters }] = plan({
      preset: 'quick',
      values: { 'augmentation.affine.rotation': [12] },
    });
    expect(hyperparameters.augmentation).toMatchObject({
      affine: { rotation: 12, scaling: 0, shear: 0, shift: 0 },
      elastic: { strength: 0 },
      stroke: { share: 0 },
      coarse: { share: 0, normalizedShare: 0 },
    });
  });

  it('varies digits otherwise as the preset does', () => {
    const { augmentation } = findPreset('standard').hyperparameters;
    const [{ hyperparameters }] = plan({
      preset: 'standard',
      values: { 'augmentation.stroke.share': [0.25] },
    });
    expect(hyperparameters.augmentation).toEqual({
      ...augmentation,
      stroke: { share: 0.25, change: 1 },
    });
  });
});

describe('a random search', () => {
  const search = (count: number, seed = 1): SweepDescription => ({
    preset: 'quick',
    random: { count, seed },
    values: {
      learningRate: { from: 0.001, to: 0.1, scale: 'logarithmic' },
      warmUp: { from: 0.1, to: 0.5 },
      batchSize: { from: 50, to: 60 },
      'layers.0.padding': ['valid', 'same'],
    },
  });

  it('draws the same combinations for the same seed, and others for another', () => {
    expect(valuesOf(search(20))).toEqual(valuesOf(search(20)));
    expect(valuesOf(search(20, 2))).not.toEqual(valuesOf(search(20)));
  });

  it('gives up where a range is too narrow for so many numbers', () => {
    const values = { learningRate: { from: 0.01, to: 0.010001 } };
    const random = { count: 3, seed: 1 };
    expect(() => planSweep({ preset: 'quick', random, values })).toThrow(
      'random.count: expected at most 1, as no more were found, found 3; widen the ranges',
    );
  });

  it('draws from ranges as wide as numbers go', () => {
    const learningRate = { from: 1e-3, to: 1e308, scale: 'logarithmic' } as const;
    const random = { count: 20, seed: 1 };
    const trials = planSweep({ preset: 'quick', random, values: { learningRate } });
    const rates = trials.map(({ hyperparameters }) => hyperparameters.learningRate);
    expect(rates.filter((rate) => rate > 1e-3 && rate < 1e308)).toHaveLength(20);
  });

  it('only adds combinations where there are to be more', () => {
    expect(valuesOf(search(20)).slice(0, 8)).toEqual(valuesOf(search(8)));
  });

  it('draws from the whole of its ranges, whole numbers where the setting is one', () => {
    const drawn = planSweep(search(400)).map(({ values }) => values);
    const numbers = (name: string): number[] => drawn.map((values) => values[name] as number);
    const share = (name: string, holds: (value: number) => boolean): number =>
      numbers(name).filter(holds).length / drawn.length;
    expect(share('learningRate', (value) => value >= 0.001 && value <= 0.1)).toBe(1);
    expect(share('learningRate', (value) => value < 0.01)).toBeCloseTo(0.5, 1);
    expect(share('warmUp', (value) => value < 0.3)).toBeCloseTo(0.5, 1);
    expect(new Set(numbers('batchSize'))).toEqual(
      new Set([50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]),
    );
    expect(new Set(drawn.map((values) => values['layers.0.padding']))).toEqual(
      new Set(['valid', 'same']),
    );
  });

  it('draws every combination once, and no more than there are', () => {
    const values = { batchSize: { from: 1, to: 3 }, epochs: [1, 2] };
    const all = valuesOf({ preset: 'quick', random: { count: 6, seed: 1 }, values });
    expect(new Set(all.map(String)).size).toBe(6);
    expect(() => plan({ preset: 'quick', random: { count: 7, seed: 1 }, values })).toThrow(
      'random.count: expected at most 6, as many as there are combinations, found 7',
    );
  });
});

it.each([
  ['sweep-grid.json', 12],
  ['sweep-random.json', 20],
])('the example docs/%s is a sweep of %i trials', (name, count) => {
  const text = readFileSync(join(__dirname, '../../../docs', name), 'utf8');
  expect(plan(JSON.parse(text))).toHaveLength(count);
});

describe('a sweep is refused where', () => {
  const values = { learningRate: [0.01] };
  it.each<[string, unknown, string]>([
    ['it is no object', [], 'expected an object with preset, seeds, trainingCount, random, values'],
    [
      'a key is unknown',
      { preset: 'quick', seed: 1, values },
      'seed: unknown; expected one of preset, seeds, trainingCount, random, values',
    ],
    [
      'the preset is',
      { preset: 'huge', values },
      'preset: expected "quick" or "standard" or "plain", found',
    ],
    ['it has no values', { preset: 'quick' }, 'values: expected an object of settings'],
    ['a seed stands twice', { preset: 'quick', seeds: [1, 1], values }, 'seeds: expected every'],
    ['a seed is no number', { preset: 'quick', seeds: ['1'], values }, 'seeds.0: expected a whole'],
    [
      'it wants too many digits',
      { preset: 'quick', trainingCount: 60_000, values },
      'trainingCount: expected a whole number from 1 to 55000, found 60000',
    ],
    [
      'a random search has no seed',
      { preset: 'quick', random: { count: 3 }, values },
      'random.seed: expected a whole number from 0 to 4294967296, found nothing',
    ],
  ])('%s', (_, description, message) => {
    expect(() => plan(description)).toThrow(`grid.json: ${message}`);
    expect(() => plan(description)).toThrow('; docs/sweeps.md says what a sweep may hold');
  });

  it.each<[Record<string, unknown>, string]>([
    [{ learningrate: [1] }, 'values.learningrate: unknown; expected one of epochs, batchSize, '],
    [{ 'augmentation.affine.speed': [1] }, 'unknown; expected one of rotation, scaling, shear, sh'],
    [{ 'layers.10.units': [1] }, 'values.layers.10: unknown; expected one of 0, 1, 2, 3, 4, 5, 6'],
    [{ 'layers.0.units': [1] }, 'unknown; expected one of kind, filters, size, stride, padding'],
    [{ 'epochs.first': [1] }, 'values.epochs.first: unknown; values.epochs is a single value'],
    [{ constructor: [1] }, 'values.constructor: unknown'],
    [{ epochs: 3 }, 'values.epochs: expected a list of at least one value, found 3'],
    [{ epochs: [] }, 'values.epochs: expected a list of at least one value, found []'],
    [{ epochs: [1, 1.5] }, 'values.epochs.1: expected a whole number from 1 to 999, found 1.5'],
    [{ epochs: [2, 1, 2] }, 'values.epochs: expected every value once, found [2,1,2]'],
    [{ learningRate: [0] }, 'values.learningRate.0: expected a number above 0, found 0'],
    [{ 'layers.0.padding': ['full'] }, 'expected "valid" or "same", found "full"'],
    [{ augmentation: [{}] }, 'values.augmentation.0.plainShare: expected a number from 0 to 1'],
    [{ betas: [[0.9]] }, 'values.betas.0: expected a list of two numbers, found [0.9]'],
    [{ 'layers.0': [{ kind: 'loop' }] }, 'values.layers.0.0.kind: expected "convolution" or'],
    [{ 'layers.9.units': [10, 12] }, 'layers: expected a dense layer of 10 units at the end'],
    [
      { betas: [[0.9, 0.9]], 'betas.0': [0.8] },
      'values.betas.0: a part of betas; name one of the two',
    ],
    [
      { learningRate: { from: 0.1, to: 1 } },
      'values.learningRate: expected a list of values (to draw from a range, add "random": {',
    ],
  ])('its values are %j', (values, message) => {
    expect(() => plan({ preset: 'quick', values })).toThrow(message);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ learningRate: { from: 1 } }, 'values.learningRate.to: expected a number, found nothing'],
    [{ learningRate: { from: 1, to: 2, step: 1 } }, 'values.learningRate.step: unknown; expected'],
    [{ learningRate: { from: 0, to: 2 } }, 'learningRate.from: expected a number above 0, found 0'],
    [{ warmUp: { from: 0.2, to: 0.1 } }, 'expected a range whose "from" is below its "to", found'],
    [{ warmUp: { from: 0, to: 0.1, scale: 'log' } }, 'scale: expected "linear" or "logarithmic"'],
    [
      { warmUp: { from: 0, to: 0.1, scale: 'logarithmic' } },
      'values.warmUp.from: expected a number above 0, as the scale is logarithmic, found 0',
    ],
    [
      { batchSize: { from: 1.5, to: 4 } },
      'batchSize.from: expected a whole number from 1 to 10000, f',
    ],
    [{ betas: { from: 0, to: 1 } }, 'values.betas: expected a list of values (ranges are for num'],
  ])('its ranges are %j', (values, message) => {
    expect(() => plan({ preset: 'quick', random: { count: 2, seed: 1 }, values })).toThrow(message);
  });
});
