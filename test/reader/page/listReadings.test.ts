import { describe, expect, it } from 'vitest';
import { guessesOf, listReadings } from '../../../src/reader/page/listReadings';
import { markOf, pageOf } from './readings';

describe('a mark', () => {
  it('may be its answer, then the alternatives', () => {
    const alternatives = [{ digit: 7, confidence: 0.2 }];
    expect(guessesOf(markOf(1, 0.7, { alternatives }))).toEqual([
      { digit: 1, confidence: 0.7 },
      { digit: 7, confidence: 0.2 },
    ]);
  });

  it('without an answer may be the alternatives alone', () => {
    const alternatives = [
      { digit: 1, confidence: 0.4 },
      { digit: 7, confidence: 0.2 },
    ];
    expect(guessesOf(markOf(null, 0.4, { alternatives }))).toEqual(alternatives);
  });
});

it('the marks of a page are those in lines, counted from 1, then the others', () => {
  const [one, two, three, other] = [1, 2, 3, null].map((digit) => markOf(digit, 0.9));
  const page = {
    ...pageOf('12', [one, two], [other]),
    lines: [
      { text: '12', digits: [one, two], signs: [], numbers: [] },
      { text: '3', digits: [three], signs: [], numbers: [] },
    ],
  };
  expect(listReadings(page)).toEqual([
    { reading: one, line: 1, place: 1, text: '12' },
    { reading: two, line: 1, place: 2, text: '12' },
    { reading: three, line: 2, place: 1, text: '3' },
    { reading: other },
  ]);
});
