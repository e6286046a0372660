import { describe, expect, it } from 'vitest';
import { rankCombinations } from '../../../src/classifier/sweep/rankCombinations';
import { sweepTable, trialTable } from '../../../src/classifier/sweep/sweepTables';
import { isFinished } from '../../../src/classifier/sweep/trial';
import { sweepResults } from './results';

const [bad, good, wild] = [0.001, 0.01, 1];
const results = sweepResults(
  { preset: 'quick', seeds: [1, 2], values: { learningRate: [bad, wild, good], epochs: [2] } },
  ({ seed, hyperparameters: { learningRate } }) => {
    if (learningRate === bad) return seed === 1 ? 0.03 : 0.05;
    if (learningRate === good) return seed === 1 ? 0.01 : 0.02;
    return seed === 1 ? 0.005 : undefined;
  },
);
const learningRates = (order: typeof results): unknown[] =>
  rankCombinations(order).map(({ values }) => values.learningRate);

describe('combinations', () => {
  it('come with the best first, those with a failure last, in whichever order they were trained', () => {
    expect(learningRates(results)).toEqual([good, bad, wild]);
    expect(learningRates([...results].reverse())).toEqual([good, bad, wild]);
  });

  it('have mean and spread over their seeds', () => {
    const [best] = rankCombinations(results);
    expect(best.validationError).toBeCloseTo(0.015, 5);
    // Two numbers 0.01 apart.
    expect(best.spread).toBeCloseTo(0.01 / Math.SQRT2, 5);
    expect(best.validationLoss).toBeCloseTo(0.045, 5);
    expect(best.seconds).toBe(10);
  });

  it('have no spread with one seed, and no mean with none', () => {
    const ranked = rankCombinations(results.filter(({ trial }) => trial.seed === 2));
    expect(ranked.map(({ spread }) => spread)).toEqual([undefined, undefined, undefined]);
    expect(ranked[2].validationError).toBeUndefined();
  });

  it('that are equally often right are ranked by how sure they are', () => {
    const [first, second] = results.filter(isFinished);
    const surer = { ...first, history: first.history.map((e) => ({ ...e, validationLoss: 0 })) };
    const other = { ...first, trial: second.trial };
    expect(learningRates([other, surer])).toEqual([bad, wild]);
  });
});

describe('tables', () => {
  it('have a row a combination', () => {
    const table = sweepTable(results);
    expect(table.columns).toEqual([
      'learningRate',
      'epochs',
      'seeds',
      'validationError',
      'spread',
      'validationLoss',
      'seconds',
      'error',
    ]);
    expect(table.dtypes.slice(0, 3).map(String)).toEqual([
      'DataType(Float64)',
      'DataType(Int32)',
      'DataType(Int32)',
    ]);
    const [first, , last] = table.toRecords();
    expect(first).toMatchObject({ learningRate: good, epochs: 2, seeds: 2, error: null });
    expect(last).toMatchObject({ learningRate: wild, seeds: 1, spread: null, error: 'found NaN' });
  });

  it('have a row a trial, also for those that failed', () => {
    const rows = trialTable(results).toRecords();
    expect(rows.map(({ learningRate, seed }) => [learningRate, seed])).toEqual([
      [good, 1],
      [good, 2],
      [bad, 1],
      [bad, 2],
      [wild, 1],
      [wild, 2],
    ]);
    expect(rows[0]).toMatchObject({
      bestEpoch: 1,
      lastEpoch: 2,
      parameters: 1000,
      engine: 'native',
      seconds: 10,
      error: null,
    });
    expect(rows[5]).toMatchObject({ validationError: null, engine: null, error: 'found NaN' });
  });

  it('write what is no number as JSON, words as they are', () => {
    const values = { 'layers.0.padding': ['same'], betas: [[0.9, 0.99]], augmentation: [null] };
    const table = sweepTable(sweepResults({ preset: 'quick', values }, () => 0.1));
    expect(table.toRecords()[0]).toMatchObject({
      'layers.0.padding': 'same',
      betas: '[0.9,0.99]',
      augmentation: 'null',
    });
  });
});
