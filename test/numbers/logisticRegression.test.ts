import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/numbers/logistic';
import { fitLogistic } from '../../src/numbers/logisticRegression';
import { createRandom } from '../../src/numbers/random';

describe('logistic regression', () => {
  it('finds the weights that made the cases', () => {
    const random = createRandom(1);
    const rows = Array.from({ length: 4000 }, () => [random.normal(), random.normal()]);
    const isTrue = rows.map(([a, b]) => random.uniform() < sigmoid(-0.5 + 1.5 * a - b));
    const { offset, weights } = fitLogistic(rows, isTrue, [0, 0]);
    expect(offset).toBeCloseTo(-0.5, 0);
    expect(weights[0]).toBeCloseTo(1.5, 0);
    expect(weights[1]).toBeCloseTo(-1, 0);
  });

  it('stays at what is thought before where there is nothing to learn from', () => {
    expect(fitLogistic([], [], [0.5, 2]).weights).toEqual([0.5, 2]);
  });

  it('stays finite where one feature divides all cases', () => {
    const { offset, weights } = fitLogistic([[-1], [1]], [false, true], [0]);
    expect(offset).toBeCloseTo(0, 5);
    expect(weights[0]).toBeGreaterThan(0.3);
    expect(weights[0]).toBeLessThan(3);
  });

  it('comes back from a prior that is sure of the opposite', () => {
    // There the draw to the prior, 3 - 1.643, holds the balance to what the cases say.
    const { offset, weights } = fitLogistic([[5], [5], [5], [4]], [false, false, false, true], [3]);
    expect(offset).toBeCloseTo(-8.907, 3);
    expect(weights[0]).toBeCloseTo(1.643, 3);
  });
});
