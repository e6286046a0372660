import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../src/reader/page/joinWords';
import type { PageWord } from '../../../src/reader/page/readStrips';

/** A word of digits whose middles are given. */
const wordAt = (text: string, ...middles: number[]): PageWord => ({
  symbols: Array.from(text, (symbol, at) => ({
    symbol,
    box: { x0: middles[at] - 4, y0: 0, x1: middles[at] + 4, y1: 20 },
    probability: 0.9,
    alternatives: [],
    mark: undefined,
  })),
  probability: 0.8,
  alternatives: [{ text: '1', probability: 0.1 }],
});

const textsOf = (words: readonly PageWord[]): string[] =>
  words.map(({ symbols }) => symbols.map(({ symbol }) => symbol).join(''));

describe('joining numbers of a line', () => {
  it('joins what stands no further apart than the digits of its numbers', () => {
    const [joined, ...others] = joinWords([wordAt('123', 0, 20, 40), wordAt('45', 62, 82)]);
    expect(textsOf([joined, ...others])).toEqual(['12345']);
    expect(joined.probability).toBeCloseTo(0.64, 10);
    expect(joined.alternatives).toEqual([]);
  });

  it('leaves numbers with a wider space between them', () => {
    expect(textsOf(joinWords([wordAt('123', 0, 20, 40), wordAt('45', 80, 100)]))).toEqual([
      '123',
      '45',
    ]);
  });

  it('leaves single digits apart, which tell no pitch', () => {
    const digits = [wordAt('1', 0), wordAt('2', 20), wordAt('3', 40)];
    expect(textsOf(joinWords(digits))).toEqual(['1', '2', '3']);
  });

  it('joins nothing to a sign', () => {
    const words = [wordAt('123', 0, 20, 40), wordAt('+', 60), wordAt('45', 80, 100)];
    expect(textsOf(joinWords(words))).toEqual(['123', '+', '45']);
  });
});
