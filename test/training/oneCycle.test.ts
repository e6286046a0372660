import { describe, expect, it } from 'vitest';
import { oneCycleRate } from '../../src/training/oneCycle';

describe('the one-cycle learning rate', () => {
  const rates = Array.from({ length: 101 }, (_, step) => oneCycleRate(step, 101, 0.01, 0.3));

  it('starts at a 25th of the peak, reaches it after the warm-up and ends at a ten-thousandth', () => {
    expect(rates[0]).toBeCloseTo(0.01 / 25, 10);
    expect(rates[30]).toBeCloseTo(0.01, 10);
    expect(rates[100]).toBeCloseTo(0.01 / 10_000, 10);
  });

  it('rises, then falls', () => {
    rates.slice(1).forEach((rate, step) => {
      if (step < 30) expect(rate).toBeGreaterThan(rates[step]);
      else expect(rate).toBeLessThan(rates[step]);
    });
  });

  it('is the peak where there is a single step', () => {
    expect(oneCycleRate(0, 1, 0.01, 0.3)).toBe(0.01);
  });
});
