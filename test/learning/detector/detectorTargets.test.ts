import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import type { TrainingCrop } from '../../../src/learning/detector/trainingCrop';
import { CELLS, detectorTargets, TARGETS } from '../../../src/learning/detector/detectorTargets';

const crop = (digits: TrainingCrop['digits'], ignored: readonly Box[] = []): TrainingCrop => ({
  contrast: new Int8Array(192 * 192),
  digits,
  ignored,
});

/** A digit of 16 x 24 pixels whose middle lies on the place in row 12, column 20. */
const seven = { digit: 7, box: { x0: 82 - 8, y0: 50 - 12, x1: 82 + 8, y1: 50 + 12 } };

const at = (row: number, column: number): number => row * CELLS + column;

describe('what the network shall answer', () => {
  it('is nothing on an empty crop, and that counts', () => {
    const { values, digits } = detectorTargets(crop([]));
    for (let place = 0; place < CELLS ** 2; place++) {
      const [middle, counts, certainty] = values.subarray(place * TARGETS.count);
      expect([middle, counts, certainty, digits[place]]).toEqual([0, 1, 0, 0]);
    }
  });

  it('is the digit and its sides at its middle, and less certainly around', () => {
    const { values, digits } = detectorTargets(crop([seven]));
    const target = (row: number, column: number): number[] =>
      [...values.subarray(at(row, column) * TARGETS.count)].slice(0, TARGETS.count);
    expect(target(12, 20)).toEqual([1, 1, 1, 8, 12, 8, 12]);
    expect(digits[at(12, 20)]).toBe(7);
    const [beside, , certainty, left, , right] = target(12, 21);
    expect(beside).toBeGreaterThan(0.35);
    expect(beside).toBeLessThan(1);
    expect(certainty).toBe(beside);
    expect([left, right]).toEqual([12, 4]);
    expect(target(12, 30)[TARGETS.middle]).toBeLessThan(1e-3);
  });

  it('gives every place to the nearer of two digits', () => {
    const four = { digit: 4, box: { ...seven.box, x0: seven.box.x0 + 16, x1: seven.box.x1 + 16 } };
    const { digits } = detectorTargets(crop([seven, four]));
    expect([20, 21, 23, 24].map((column) => digits[at(12, column)])).toEqual([7, 7, 4, 4]);
  });

  it('does not count where nothing is wrong, but does where a digit is', () => {
    const { values } = detectorTargets(crop([seven], [{ x0: 60, y0: 30, x1: 140, y1: 70 }]));
    const counts = (row: number, column: number): number =>
      values[at(row, column) * TARGETS.count + TARGETS.counts];
    expect([counts(12, 20), counts(12, 32), counts(40, 40)]).toEqual([1, 0, 1]);
  });
});
