import { describe, expect, it } from 'vitest';
import {
  answerOf,
  correctedText,
  correctionsCsv,
  pageText,
} from '../../../src/web/picture/corrections';
import { markOf, pageOf } from '../../reader/page/readings';

const marks = [markOf(1, 0.9), markOf(null, 0.3), markOf(5, 0.8), markOf(7, 0.7)];
const [one, unknown, five, seven] = marks;
const line = { text: '1?.5 7', numbers: [], digits: marks, signs: [] };
const refused = markOf(null, 0.2, { alternatives: [{ digit: 4, confidence: 0.2 }] });
const page = { ...pageOf('', [], [refused]), lines: [line] };

describe('a line with corrections', () => {
  it('is what was read where there are none', () => {
    expect(correctedText(line, new Map())).toBe('1?.5 7');
    expect(pageText(page, new Map())).toBe('1?.5 7');
  });

  it('has the right digits in their places, signs and spaces stay', () => {
    expect(
      correctedText(
        line,
        new Map([
          [unknown, 2],
          [seven, 1],
        ]),
      ),
    ).toBe('12.5 1');
  });

  it('leaves out what is no digit', () => {
    expect(
      correctedText(
        line,
        new Map([
          [unknown, null],
          [seven, null],
        ]),
      ),
    ).toBe('1.5');
  });
});

it('the answer of a mark is what a person says, where one does', () => {
  expect(answerOf(five, new Map())).toBe(5);
  expect(answerOf(five, new Map([[five, 6]]))).toBe(6);
  expect(answerOf(five, new Map([[five, null]]))).toBeNull();
  expect(answerOf(one, new Map([[five, 6]]))).toBe(1);
});

it('CSV of corrections has a row for each mark in a line and for each corrected one', () => {
  const rows = (corrections: Parameters<typeof correctionsCsv>[2]): string[][] =>
    correctionsCsv('a.png', page, corrections)
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
      .map((cells) => [...cells.slice(0, 4), ...cells.slice(8)]);
  expect(rows(new Map())).toEqual([
    ['a.png', '', '1', '1', '1', '0.9', '1'],
    ['a.png', '', '1', '2', '', '0.3', '-'],
    ['a.png', '', '1', '3', '5', '0.8', '5'],
    ['a.png', '', '1', '4', '7', '0.7', '7'],
  ]);
  expect(
    rows(
      new Map([
        [unknown, 2],
        [refused, 4],
      ]),
    ).map((row) => row.at(-1)),
  ).toEqual(['1', '2', '5', '7', '4']);
});

it('a file of any name stays one cell', () => {
  expect(correctionsCsv('a "b", c.png', page, new Map())).toContain('\n"a ""b"", c.png",,1,1,');
});
