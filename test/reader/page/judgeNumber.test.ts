import { describe, expect, it } from 'vitest';
import { judgeNumber } from '../../../src/reader/page/judgeNumber';

const box = { x0: 0, y0: 0, x1: 1, y1: 1 };
const numberAt = (start: number, text: string): Parameters<typeof judgeNumber>[0] => ({
  text,
  start,
  box,
  digits: [],
  signs: [],
});
const line = {
  text: '12 3+45',
  digits: [],
  signs: [],
  words: [
    { text: '12', confidence: 0.9, alternatives: [{ text: '17', confidence: 0.05 }] },
    { text: '3+45', confidence: 0.6, alternatives: [{ text: '3+46', confidence: 0.3 }] },
  ],
};

describe('how sure a number is', () => {
  it('is how sure its word is, with the alternatives of that', () => {
    const { confidence, alternatives } = line.words[0];
    expect(judgeNumber(numberAt(0, '12'), line)).toEqual({ confidence, alternatives });
  });

  it.each([
    ['the first', 3, '3'],
    ['the last', 5, '45'],
  ])('is that of the whole word for %s part of it, without alternatives', (_, start, text) => {
    expect(judgeNumber(numberAt(start, text), line)).toEqual({ confidence: 0.6, alternatives: [] });
  });

  it('is asked of numbers of the line alone', () => {
    expect(() => judgeNumber(numberAt(8, '1'), line)).toThrow('found one from 8 on');
  });
});
