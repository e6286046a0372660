import { describe, expect, it } from 'vitest';
import type { PictureLabel } from '../../../src/pages/labels/truth';
import { lineReadings } from '../../../src/learning/line/lineReadings';

const labelOf = (
  text: string | undefined,
  digits: string,
  more: Partial<PictureLabel> = {},
): PictureLabel => ({
  file: 'a.png',
  kind: 'line',
  source: 'made up',
  digits: Array.from(digits, (digit) => ({ digit: Number(digit), line: 0 })),
  isScattered: false,
  ignored: [],
  turn: undefined,
  texts: text === undefined ? [] : [[text]],
  ...more,
});

/** Words in a row, each symbol ten pixels wide. */
function pageOf(words: readonly (readonly [text: string, probability: number])[]) {
  let x = 0;
  const line = words.map(([text, probability]) => ({
    symbols: Array.from(text, (symbol) => ({
      symbol,
      box: { x0: x, y0: 0, x1: (x += 10), y1: 20 },
      probability,
      alternatives: [],
      mark: undefined,
    })),
    probability,
    alternatives: [],
  }));
  return { lines: { slope: 0, lines: [line] }, marks: [] };
}

const compare = (words: Parameters<typeof pageOf>[0], label: PictureLabel) => {
  const { digits, numbers } = lineReadings(pageOf(words), label, (box) => box);
  return { digits: digits.isRight, numbers: numbers.isRight };
};

describe('the readings of a page beside its label', () => {
  it('are right or not, digit by digit and number by number', () => {
    expect(
      compare(
        [
          ['12', 0.9],
          ['34', 0.9],
        ],
        labelOf('12 35', '1235'),
      ),
    ).toEqual({
      digits: [true, true, true, false],
      numbers: [true, false],
    });
  });

  it('count signs with the number where its text is known', () => {
    expect(compare([['1.2', 0.9]], labelOf('1.2', '12')).numbers).toEqual([true]);
    expect(compare([['12', 0.9]], labelOf('1.2', '12')).numbers).toEqual([false]);
  });

  it('are a number of digits where a line alone has no text, and say nothing of several lines', () => {
    expect(compare([['1.2', 0.9]], labelOf(undefined, '12')).numbers).toEqual([true]);
    const lines = labelOf(undefined, '', {
      digits: [
        { digit: 1, line: 0 },
        { digit: 2, line: 1 },
      ],
    });
    expect(compare([['1', 0.9]], lines)).toEqual({ digits: [true], numbers: [] });
  });

  it('leave out what nothing speaks for, what is ignored, and words without a digit', () => {
    expect(
      compare(
        [
          ['1', 0.9],
          ['2', 0.2],
          ['#', 0.9],
        ],
        labelOf('1', '1'),
      ),
    ).toEqual({
      digits: [true],
      numbers: [true],
    });
    const ignored = [{ x0: 10, y0: 0, x1: 20, y1: 20 }];
    expect(
      compare(
        [
          ['1', 0.9],
          ['2', 0.9],
        ],
        labelOf('1', '1', { ignored }),
      ),
    ).toEqual({
      digits: [true],
      numbers: [true],
    });
  });

  it('come in any order where the label says so', () => {
    const words = [
      ['2', 0.9],
      ['1', 0.9],
    ] as const;
    expect(compare(words, labelOf('1 2', '12', { isScattered: true })).digits).toEqual([
      true,
      true,
    ]);
    expect(compare(words, labelOf('1 2', '12')).digits).toContain(false);
  });
});
