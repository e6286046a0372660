import { expect, it } from 'vitest';
import type { DigitReading } from '../../../src/reader/page/pageReading';
import { numbersCsv } from '../../../src/web/picture/numbersCsv';
import type { Right } from '../../../src/web/picture/corrections';
import { readAs } from '../../scoring/scans';

const page = readAs(['1.5 2?', '17/5'], { confidence: 0.5 });
const [[one, five, two, unknown]] = page.lines.map(({ digits }) => digits);

const rowsOf = (...corrections: readonly (readonly [DigitReading, Right])[]): string[] =>
  numbersCsv('a, b.png', page, new Map(corrections)).trim().split('\n');

it('CSV has a row a number, with its value where it has one', () => {
  expect(rowsOf()).toEqual([
    'file,line,number,text,value,confidence,x0,y0,x1,y1',
    '"a, b.png",1,1,1.5,1.5,0.125,0,0,50,10',
    '"a, b.png",1,2,2?,,0.25,80,0,110,10',
    '"a, b.png",2,1,17/5,,0.0625,0,20,70,30',
  ]);
});

it('a corrected number has its new text and value, and no confidence', () => {
  expect(rowsOf([unknown, 7], [one, 3]).slice(1, 3)).toEqual([
    '"a, b.png",1,1,3.5,3.5,,0,0,50,10',
    '"a, b.png",1,2,27,27,,80,0,110,10',
  ]);
});

it('a number all of whose digits are none has no row', () => {
  expect(rowsOf([two, null], [unknown, null])).toHaveLength(3);
  expect(rowsOf([five, null])[1]).toMatch(/,1\.,/);
});
