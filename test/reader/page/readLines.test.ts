import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import type { Sign } from '../../../src/reader/signs/signKinds';
import { readLines } from '../../../src/reader/page/readLines';
import { markOf } from './readings';

/** The lines of digits 12 pixels wide, 20 high, 16 apart; `_` leaves a place free. */
function textOf(
  digits: string,
  signs: readonly (readonly [sign: Sign, box: Box, beside: number])[],
): ReturnType<typeof readLines>['lines'] {
  const marks = Array.from(digits, (character, at) => ({ character, at }))
    .filter(({ character }) => character !== '_')
    .map(({ character, at }) => ({
      box: { x0: 16 * at, y0: 0, x1: 16 * at + 12, y1: 20 },
      reading: markOf(character === '?' ? null : Number(character), 0.9),
    }));
  const found = signs.map(([sign, box, beside]) => ({
    sign,
    box,
    beside,
    confidence: 0.9,
    reading: { symbol: sign, confidence: 0.9, box },
  }));
  return readLines(marks, marks.length, found).lines;
}

const at = (x: number, width = 3): Box => ({ x0: x, y0: 8, x1: x + width, y1: 11 });

describe('the text of a line', () => {
  it('is its digits, with a space where a number ends', () => {
    expect(textOf('12__3?', [])[0].text).toBe('12 3?');
  });

  it('has the signs of numbers where they stand', () => {
    expect(textOf('3_14', [['.', at(20), 0]])[0].text).toBe('3.14');
    expect(
      textOf('12_34_56', [
        ['/', at(36), 2],
        ['/', at(84), 3],
      ])[0].text,
    ).toBe('12/34/56');
  });

  it('may begin and end with one', () => {
    expect(textOf('_5', [['-', at(4, 8), 0]])[0].text).toBe('-5');
    expect(textOf('50', [['%', at(32, 12), 1]])[0].text).toBe('50%');
  });

  it('has spaces around a sign that stands far from both', () => {
    expect(textOf('9___2', [['-', at(32, 6), 0]])[0].text).toBe('9 - 2');
  });

  it('tells of each sign how many digits stand before it', () => {
    const [{ signs }] = textOf('3_14', [['.', at(20), 0]]);
    expect(signs).toEqual([{ symbol: '.', confidence: 0.9, box: at(20), after: 1 }]);
  });
});
