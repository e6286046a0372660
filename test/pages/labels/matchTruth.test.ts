import { describe, expect, it } from 'vitest';
import type { PageTruth } from '../../../src/pages/labelledPage';
import type { Box } from '../../../src/picture/box';
import { matchTruth } from '../../../src/pages/labels/matchTruth';

const box = (x0: number): Box => ({ x0, y0: 0, x1: x0 + 10, y1: 20 });
const truth: PageTruth = {
  digits: [
    { digit: 3, box: box(0), line: 0, order: 0 },
    { digit: 8, box: box(20), line: 0, order: 1 },
  ],
  lines: ['38'],
  ignored: [{ x0: 100, y0: 0, x1: 150, y1: 40 }],
  turn: 0,
  isScattered: false,
};

describe('comparing answers with the truth', () => {
  it('finds right and wrong ones', () => {
    const answers = [
      { box: box(1), digit: 3 },
      { box: box(21), digit: 0 },
      { box: box(60), digit: 8 },
    ];
    expect(matchTruth(answers, truth)).toEqual(['right', 'wrong', 'wrong']);
  });

  it('counts every digit once', () => {
    const twice = [
      { box: box(0), digit: 3 },
      { box: box(1), digit: 3 },
    ];
    expect(matchTruth(twice, truth)).toEqual(['right', 'wrong']);
  });

  it('does not care where nothing is wrong', () => {
    expect(matchTruth([{ box: box(110), digit: 1 }], truth)).toEqual(['ignored']);
  });
});
