import { expect, it } from 'vitest';
import type { Outcome } from '../../src/reader/page/outcome';
import { numberTable } from '../../src/view/numberTable';
import { outcomeTable } from '../../src/view/outcomeTable';
import { readingTable } from '../../src/view/readingTable';
import { readAs } from '../scoring/scans';

const page = readAs(['12 1?', '-3,5'], { confidence: 0.5 });
const [first, second] = page.lines;
const alternatives = [
  { text: '17', confidence: 0.2 },
  { text: '72', confidence: 0.1 },
];
const unsure = { ...first.numbers[0], alternatives };
const lines = [{ ...first, numbers: [unsure, first.numbers[1]] }, second];
const outcomes: readonly Outcome[] = [
  { file: 'a.pdf', page: 2, ...page, lines, turn: 90, tilt: 1.5 },
  { file: 'blank.png', ...readAs([]) },
  { file: 'none.png', error: 'no such file' },
];

const none = {
  ...{ page: null, line: null, number: null, text: null, value: null, confidence: null },
  ...{ x0: null, y0: null, x1: null, y1: null, second: null, secondConfidence: null },
  ...{ lineText: null, turn: 0, tilt: 0, error: null },
};
const ofPage = { ...none, file: 'a.pdf', page: 2, turn: 90, tilt: 1.5 };

it('the table of numbers has a row a number, and one for each picture without any', () => {
  expect(numberTable(outcomes).toRecords()).toEqual([
    {
      ...ofPage,
      ...{ line: 1, number: 1, text: '12', value: 12, confidence: 0.25, lineText: '12 1?' },
      ...{ x0: 0, y0: 0, x1: 30, y1: 10, second: '17', secondConfidence: 0.2 },
    },
    {
      ...ofPage,
      ...{ line: 1, number: 2, text: '1?', confidence: 0.25, lineText: '12 1?' },
      ...{ x0: 60, y0: 0, x1: 90, y1: 10 },
    },
    {
      ...ofPage,
      ...{ line: 2, number: 1, text: '-3,5', value: -3.5, confidence: 0.0625, lineText: '-3,5' },
      ...{ x0: 0, y0: 20, x1: 70, y1: 30 },
    },
    { ...none, file: 'blank.png' },
    { ...none, file: 'none.png', turn: null, tilt: null, error: 'no such file' },
  ]);
});

it('a table has the rows that are asked for', () => {
  const columnsBy = (...args: Parameters<typeof outcomeTable>): string[] =>
    outcomeTable(...args).columns;
  expect(columnsBy(outcomes, 'numbers')).toEqual(numberTable([]).columns);
  expect(columnsBy(outcomes, 'digits')).toEqual(readingTable([]).columns);
});
