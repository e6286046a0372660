import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { joinDigits, loopZeros } from '../../../src/pages/hand/joinDigits';
import { printingPen } from '../../../src/pages/hand/pen';
import type { InkMark } from '../../../src/pages/sheet/inkMark';

/** A digit of one stroke that begins at its left, and ends at its right foot; twenty units high. */
const digitAt = (x: number, digit = 1): InkMark => ({
  strokes: [Float32Array.of(x, 10, 2, x + 5, 0, 2, x + 10, 20, 2)],
  pen: printingPen(2, [0, 0, 0], 1),
  digit: { digit, line: 0, order: 0 },
});
const { strokes, pen } = digitAt(12);
const sign: InkMark = { strokes, pen };

describe('digits that are joined', () => {
  const strokesOf = (marks: readonly InkMark[], share = 1): number[] =>
    joinDigits(marks, share, createRandom(1)).map(({ strokes }) => strokes.length);

  it('begin with a line from where the one before ended', () => {
    const [, second] = joinDigits([digitAt(0), digitAt(12)], 1, createRandom(1));
    const [link, own] = second.strokes;
    expect([...link.subarray(0, 2)]).toEqual([10, 20]);
    expect([...link.subarray(-3, -1)]).toEqual([12, 10]);
    expect(own).toEqual(digitAt(12).strokes[0]);
  });

  it('stand near each other, with no sign between', () => {
    expect(strokesOf([digitAt(0), digitAt(12), digitAt(24)])).toEqual([1, 2, 2]);
    expect(strokesOf([digitAt(0), digitAt(40)])).toEqual([1, 1]);
    expect(strokesOf([digitAt(0), sign, digitAt(24)])).toEqual([1, 1, 1]);
  });

  it('are as many as is asked for', () => {
    const row = Array.from({ length: 201 }, (_, at) => digitAt(12 * at));
    expect(strokesOf(row, 0)).not.toContain(2);
    const joined = strokesOf(row, 0.5).filter((count) => count === 2).length;
    expect(Math.abs(joined - 100)).toBeLessThan(30);
  });
});

describe('zeros that follow each other', () => {
  it('are one stroke through all of them', () => {
    const looped = loopZeros([digitAt(0, 7), digitAt(12, 0), digitAt(24, 0)], createRandom(1));
    expect(looped.map(({ strokes }) => strokes.length)).toEqual([1, 1, 0]);
    const points = looped[1].strokes[0];
    const xs = Array.from(points).filter((_, at) => at % 3 === 0);
    expect(Math.min(...xs)).toBeLessThan(14);
    expect(Math.max(...xs)).toBeGreaterThan(32);
  });

  it('are left as they are where one stands alone', () => {
    const row = [digitAt(0, 0), digitAt(12, 3), digitAt(24, 0)];
    expect(loopZeros(row, createRandom(1))).toEqual(row);
  });
});
