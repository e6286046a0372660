import { describe, expect, it } from 'vitest';
import { bestEpochOf, type EpochResult } from '../../src/classifier/epochResult';

/** A history of so many right answers of 100 after each epoch. */
const historyOf = (right: readonly number[]): EpochResult[] =>
  right.map((count, index) => ({
    epoch: index + 1,
    loss: 1,
    accuracy: 1,
    validationLoss: 1,
    validationAccuracy: count / 100,
    seconds: 1,
  }));

const best = (...right: number[]): number => bestEpochOf(historyOf(right), 100).epoch;

describe('the best epoch', () => {
  it('is the one with the most right answers, where no later one comes near', () => {
    expect(best(50)).toBe(1);
    expect(best(50, 90, 70)).toBe(2);
  });

  it('is the last of those that only chance tells apart', () => {
    // Of 90 right answers of 100 the standard error is 3.
    expect(best(50, 90, 87, 80)).toBe(3);
    expect(best(50, 90, 86, 80)).toBe(2);
    expect(best(90, 90, 90)).toBe(3);
  });

  it('takes no chance for granted where all answers are right', () => {
    expect(best(100, 99)).toBe(1);
  });
});
