import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { matchDigits } from '../../../src/pages/labels/matchDigits';
import type { PlacedTruth } from '../../../src/pages/labels/truth';

const box = (x0: number): Box => ({ x0, y0: 0, x1: x0 + 10, y1: 20 });
const truth: PlacedTruth = {
  digits: [
    { digit: 3, box: box(0), line: 0 },
    { digit: 8, box: box(20), line: 0 },
  ],
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
    expect(matchDigits(answers, truth)).toEqual([
      { verdict: 'right', truth: truth.digits[0] },
      { verdict: 'wrong', truth: truth.digits[1] },
      { verdict: 'surplus' },
    ]);
  });

  it('counts every digit once', () => {
    const twice = [
      { box: box(0), digit: 3 },
      { box: box(1), digit: 3 },
    ];
    expect(matchDigits(twice, truth).map(({ verdict }) => verdict)).toEqual(['right', 'surplus']);
  });

  it('does not care where nothing is wrong', () => {
    expect(matchDigits([{ box: box(110), digit: 1 }], truth)).toEqual([{ verdict: 'ignored' }]);
  });
});
