import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { coverageAt, coverageCurve } from '../../../src/classifier/evaluation/coverage';
import { coverageTable } from '../../../src/classifier/evaluation/tables';

/** Answers of a confidence each, all of them the digit 1, to images of which some show it. */
function answers(confidences: number[], isRight: boolean[]): [Float32Array, Uint8Array] {
  const rows = confidences.map((confidence) =>
    Array.from({ length: 10 }, (_, digit) => (digit === 1 ? confidence : (1 - confidence) / 9)),
  );
  return [Float32Array.from(rows.flat()), Uint8Array.from(isRight, (right) => (right ? 1 : 2))];
}

describe('a coverage curve', () => {
  it('rejects the least confident answers first', () => {
    const curve = coverageCurve(...answers([0.75, 0.25, 1, 0.5], [false, true, true, false]));
    expect(curve).toEqual([
      { rejected: 0, threshold: 0.25, count: 4, accuracy: 2 / 4 },
      { rejected: 0.25, threshold: 0.5, count: 3, accuracy: 1 / 3 },
      { rejected: 0.5, threshold: 0.75, count: 2, accuracy: 1 / 2 },
      { rejected: 0.75, threshold: 1, count: 1, accuracy: 1 },
    ]);
  });

  it('rejects equal confidences together, in whatever order they come', () => {
    const expected = [
      { rejected: 0, threshold: 0.5, count: 4, accuracy: 3 / 4 },
      { rejected: 0.75, threshold: 1, count: 1, accuracy: 1 },
    ];
    const confidences = [0.5, 0.5, 0.5, 1];
    expect(coverageCurve(...answers(confidences, [true, true, false, true]))).toEqual(expected);
    expect(coverageCurve(...answers(confidences, [false, true, true, true]))).toEqual(expected);
  });

  it('has one point where all answers are equally sure', () => {
    const curve = coverageCurve(...answers([1, 1], [true, false]));
    expect(curve).toEqual([{ rejected: 0, threshold: 1, count: 2, accuracy: 0.5 }]);
    expect(coverageAt(curve, [0, 0.5])).toEqual([curve[0], curve[0]]);
  });

  it('agrees with counting the answers above each threshold', () => {
    const random = createRandom(4);
    // Few enough values that many are equal.
    const confidences = Array.from({ length: 500 }, () => (20 + random.integer(80)) / 100);
    const isRight = confidences.map((confidence) => random.uniform() < confidence);
    const curve = coverageCurve(...answers(confidences, isRight));
    expect(curve.length).toBe(new Set(confidences).size);
    for (const { threshold, count, accuracy, rejected } of curve) {
      const left = isRight.filter((_, index) => Math.fround(confidences[index]) >= threshold);
      expect([count, rejected]).toEqual([left.length, (500 - left.length) / 500]);
      expect(accuracy).toBe(left.filter(Boolean).length / left.length);
    }
  });

  it('gives the shares asked for, and not more where equal confidences stay together', () => {
    const confidences = Array.from({ length: 1000 }, (_, index) => 0.2 + index / 1250);
    const curve = coverageCurve(...answers(confidences, new Array<boolean>(1000).fill(true)));
    const counts = coverageAt(curve).map(({ count }) => count);
    expect(counts).toEqual([1000, 999, 998, 995, 990, 980, 950]);
    const tied = coverageCurve(...answers([0.3, 0.5, 0.5, 0.9], [true, true, true, true]));
    expect(coverageAt(tied, [0.5]).map(({ rejected }) => rejected)).toEqual([0.25]);
  });

  it('is tabulated', () => {
    const table = coverageTable(coverageCurve(...answers([0.25, 0.5], [false, true])));
    expect(table.columns).toEqual(['rejected', 'threshold', 'count', 'accuracy']);
    expect(table.rows()).toEqual([
      [0, 0.25, 2, 0.5],
      [0.5, 0.5, 1, 1],
    ]);
  });

  it('refuses probabilities that do not fit the labels', () => {
    expect(() => coverageCurve(new Float32Array(), new Uint8Array())).toThrow('at least one');
    expect(() => coverageCurve(new Float32Array(10).fill(NaN), Uint8Array.of(1))).toThrow('broken');
  });
});
