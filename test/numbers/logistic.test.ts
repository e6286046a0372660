import { describe, expect, it } from 'vitest';
import { logit, sigmoid } from '../../src/numbers/logistic';

describe('logarithmic odds', () => {
  it.each([
    [0.5, 0],
    [0.75, Math.log(3)],
    [0.2, -Math.log(4)],
  ])('of the probability %d are %d, and the other way round', (probability, odds) => {
    expect(logit(probability)).toBeCloseTo(odds, 12);
    expect(sigmoid(odds)).toBeCloseTo(probability, 12);
  });

  it('are infinite where all is certain', () => {
    expect(logit(0)).toBe(-Infinity);
    expect(logit(1)).toBe(Infinity);
    expect(sigmoid(-Infinity)).toBe(0);
    expect(sigmoid(Infinity)).toBe(1);
  });

  it('give a probability however large they are', () => {
    expect(sigmoid(-1000)).toBe(0);
    expect(sigmoid(1000)).toBe(1);
  });
});
