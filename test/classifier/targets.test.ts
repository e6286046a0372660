import { describe, expect, it } from 'vitest';
import { targetsFromLabels } from '../../src/classifier/targets';

describe('targets from labels', () => {
  it('are certain without smoothing', () => {
    expect([...targetsFromLabels([2, 0], 0)]).toEqual([
      ...[0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      ...[1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('give some certainty to all digits alike', () => {
    const targets = targetsFromLabels([9], 0.1);
    targets.subarray(0, 9).forEach((value) => {
      expect(value).toBeCloseTo(0.01, 5);
    });
    expect(targets[9]).toBeCloseTo(0.91, 5);
  });
});
