import { describe, expect, it } from 'vitest';
import { companiesOf } from '../../../src/reader/page/context';
import type { Candidate } from '../../../src/reader/page/mergeDetections';

/** A mark of a height in pixels; what is as clear as can be has a clarity of 1. */
const mark = (score: number, height = 20, clarity = 1): Candidate => ({
  box: { x0: 0, y0: 0, x1: height / 2, y1: height },
  score,
  probabilities: Float32Array.from({ length: 10 }, (_, digit) =>
    digit === 3 ? clarity : (1 - clarity) / 9,
  ),
});

describe('the company of a mark', () => {
  it('is itself where it stands alone', () => {
    expect(companiesOf([mark(1)])).toEqual([1]);
    expect(companiesOf([mark(0.5)])).toEqual([0.125]);
  });

  it('is the mean of all marks of like size', () => {
    expect(companiesOf([mark(1), mark(0), mark(1, 30), mark(0, 12)])).toEqual([
      0.5,
      0.5,
      2 / 3,
      1 / 3,
    ]);
  });

  it('is poorer where the marks are less clear', () => {
    const [clear] = companiesOf([mark(0.9), mark(0.9)]);
    const [unclear] = companiesOf([mark(0.9), mark(0.9, 20, 0.5)]);
    expect(unclear).toBeLessThan(clear);
  });

  it('is none where there is no mark', () => {
    expect(companiesOf([])).toEqual([]);
  });
});
