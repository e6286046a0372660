import { describe, expect, it } from 'vitest';
import { ANSWER_COUNT, OTHER, SYMBOLS } from '../../../src/reader/line/alphabet';
import { symbolsOf } from '../../../src/learning/line/symbolsOf';

describe('the symbols of a line', () => {
  it('are all different, and have an answer each beside the blank', () => {
    expect(new Set(SYMBOLS).size).toBe(SYMBOLS.length);
    expect(ANSWER_COUNT).toBe(SYMBOLS.length + 1);
    expect(SYMBOLS).toContain(OTHER);
  });

  it.each([
    ['digits and signs stay', "-1'234.50 €", "-1'234.50 €"],
    ['a word is one sign', 'Total: 12', '# 12'],
    ['a unit is one sign', '12kg.', '12#'],
    ['a word of any script is one sign', '5 кг हिन्दी', '5 # #'],
    ['each sign that is not known is one of its own', '1&?2', '1##2'],
    ['several spaces are one', '1   2', '1 2'],
    ['spaces at the ends are none', '  7 ', '7'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(symbolsOf(text)).toBe(expected);
  });
});
