import { expect, it } from 'vitest';
import { isRead, nameOf, outcomeJson } from '../../../src/reader/page/outcome';
import { readNumbers } from '../../../src/reader/page/readNumbers';
import { markOf, pageOf } from './readings';

const failed = { file: 'b.png', error: 'expected a picture, found nothing' };

it('a picture that was read is printed with boxes as lists of left, top, right and bottom', () => {
  const refused = markOf(null, 0.3, { reason: 'unclear' });
  const perCent = {
    symbol: '%' as const,
    confidence: 0.8,
    box: { x0: 32, y0: 20, x1: 38, y1: 40 },
    after: 1,
  };
  const page = pageOf('7%', [markOf(7, 0.9)], [refused]);
  const read = {
    file: 'a.png',
    ...page,
    lines: readNumbers(page.lines.map((line) => ({ ...line, signs: [perCent] }))),
  };
  expect(isRead(read)).toBe(true);
  expect(JSON.parse(JSON.stringify(outcomeJson(read)))).toEqual({
    file: 'a.png',
    width: 60,
    height: 60,
    turn: 0,
    tilt: 0,
    lines: [
      {
        text: '7%',
        numbers: [
          {
            text: '7%',
            value: 7,
            confidence: 0.72,
            box: [20, 20, 38, 40],
            alternatives: [],
            digits: [{ digit: 7, confidence: 0.9, box: [20, 20, 30, 40], alternatives: [] }],
          },
        ],
        digits: [{ digit: 7, confidence: 0.9, box: [20, 20, 30, 40], alternatives: [] }],
        signs: [{ symbol: '%', confidence: 0.8, box: [32, 20, 38, 40], after: 1 }],
      },
    ],
    refused: [
      {
        digit: null,
        reason: 'unclear',
        confidence: 0.3,
        box: [20, 20, 30, 40],
        alternatives: [{ digit: 5, confidence: 0.3 }],
      },
    ],
  });
});

it('one that could not be read is printed with its error', () => {
  expect(isRead(failed)).toBe(false);
  expect(outcomeJson(failed)).toEqual(failed);
});

it('a page of a file of several is called by its number', () => {
  expect(nameOf({ file: 'a.png' })).toBe('a.png');
  expect(nameOf({ file: 'scan.pdf', page: 3 })).toBe('scan.pdf, page 3');
});
