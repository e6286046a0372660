import { expect, it } from 'vitest';
import { readNumbers } from '../../../src/reader/page/readNumbers';
import { readAs } from '../../scoring/scans';

const { lines } = readAs(['1.234 5', '3,50'], { confidence: 0.9 });

it('numbers are as likely as all of their marks together', () => {
  const [{ numbers }] = readNumbers(lines);
  expect(numbers).toEqual([
    {
      text: '1.234',
      value: 1234,
      // Four digits and a point.
      confidence: 0.5905,
      box: { x0: 0, y0: 0, x1: 90, y1: 10 },
      alternatives: [],
      digits: lines[0].digits.slice(0, 4),
    },
    {
      text: '5',
      value: 5,
      confidence: 0.9,
      box: { x0: 120, y0: 0, x1: 130, y1: 10 },
      alternatives: [],
      digits: lines[0].digits.slice(4),
    },
  ]);
  expect(numbers[0].digits[0]).toBe(lines[0].digits[0]);
});

it('the decimal mark is found from all lines of the page, or given', () => {
  const values = (...args: Parameters<typeof readNumbers>): (number | null)[] =>
    readNumbers(...args).flatMap(({ numbers }) => numbers.map(({ value }) => value));
  expect(values(lines)).toEqual([1234, 5, 3.5]);
  expect(values(lines.slice(0, 1))).toEqual([1.234, 5]);
  expect(values(lines, { decimal: 'point' })).toEqual([1.234, 5, 3.5]);
});

it('another judge may say how sure they are, and what else they may be', () => {
  const judged = readNumbers(lines, {
    judge: ({ start, digits }, { text }) => ({
      confidence: digits.length / text.length,
      alternatives: [{ text: `at ${start}`, confidence: 0.1 }],
    }),
  });
  expect(judged[0].numbers[1]).toMatchObject({
    confidence: 1 / 7,
    alternatives: [{ text: 'at 6', confidence: 0.1 }],
  });
});
