import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { decodeDigitTable, readDigitTable, readLabelledTable } from '../../src/digits/digitTable';

const folder = mkdtempSync(join(tmpdir(), 'digit-table-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const decode = (text: string): ReturnType<typeof decodeDigitTable> =>
  decodeDigitTable(Buffer.from(text), 'digits.csv');

const twoDigits = {
  count: 2,
  width: 2,
  height: 2,
  images: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 255),
  labels: Uint8Array.of(9, 0),
};

describe('a table of digits', () => {
  it.each([
    ['counts pixels from 0', 'label,pixel0,pixel1,pixel2,pixel3\n9,1,2,3,4\n0,5,6,7,255\n'],
    ['counts pixels from 1', 'label,pixel1,pixel2,pixel3,pixel4\n9,1,2,3,4\n0,5,6,7,255\n'],
    ['counts rows and columns', 'label,1x1,1x2,2x1,2x2\n9,1,2,3,4\n0,5,6,7,255\n'],
    ['has columns in another order', 'pixel3,pixel2,pixel1,pixel0,label\n4,3,2,1,9\n255,7,6,5,0\n'],
    ['calls the label class', 'pixel0,pixel1,pixel2,pixel3,class\n1,2,3,4,9\n5,6,7,255,0\n'],
    ['has a column more', 'id,label,pixel0,pixel1,pixel2,pixel3\na,9,1,2,3,4\nb,0,5,6,7,255\n'],
    ['has no header', '9,1,2,3,4\n0,5,6,7,255\n'],
    ['has semicolons', 'label;pixel0;pixel1;pixel2;pixel3\n9;1;2;3;4\n0;5;6;7;255\n'],
    ['has tabs and spaces', '9\t1\t 2\t3\t4\n0 \t5\t6\t7\t255'],
    ['has blank lines', 'label,pixel0,pixel1,pixel2,pixel3\n\n9,1,2,3,4\n0,5,6,7,255\n\n'],
    [
      'comes from Windows',
      '\ufefflabel,pixel0,pixel1,pixel2,pixel3\r\n9,1,2,3,4\r\n0,5,6,7,255\r\n',
    ],
    ['has quotes', '"label","pixel0","pixel1","pixel2","pixel3"\n"9",1,2,3,4\n"0",5,6,7,255\n'],
    ['has points', 'label,pixel0,pixel1,pixel2,pixel3\n9.0,1.0,2.0,3.0,4.0\n0.0,5,6,7,255.00\n'],
  ])('may be one that %s', (_, text) => {
    expect(decode(text)).toEqual(twoDigits);
  });

  it('may say of no digit what it is, with a header and without', () => {
    expect(decode('pixel0\n7\n')).toEqual({
      ...{ count: 1, width: 1, height: 1 },
      images: Uint8Array.of(7),
    });
    expect(decode('1,2,3,4\n')).not.toHaveProperty('labels');
  });

  it('is read whatever its name ends in, gzipped or not', () => {
    const text = Buffer.from('9,1,2,3,4\n0,5,6,7,255\n');
    for (const [name, content] of [
      ['digits.txt', text],
      ['digits.CSV', text],
      ['digits.csv.gz', gzipSync(text)],
    ] as const) {
      writeFileSync(join(folder, name), content);
      expect(readLabelledTable(join(folder, name))).toEqual(twoDigits);
    }
  });

  it.each([
    ['a,b\n1,2\n', /expected columns pixel0 to pixel783, .*, found 2 columns: a, b$/],
    ['pixel0,pixel1\n1,2\n', 'found 2 columns: pixel0, pixel1'],
    ['pixel0,pixel2,pixel3,pixel4\n1,2,3,4\n', 'found 4 columns: pixel0, pixel2, …, pixel4'],
    ['pixel0,pixel0,pixel1,pixel2\n1,2,3,4\n', 'expected columns pixel0'],
    ['pixel0\n256\n', 'row 1: expected a whole number from 0 to 255 as pixel0, found "256"'],
    [
      'label,pixel0\n1,3\n10,3\n',
      'row 2: expected a whole number from 0 to 9 as label, found "10"',
    ],
    ['label,pixel0\n ,3\n', 'from 0 to 9 as label, found " "'],
    ['label,pixel0\n,3\n', 'from 0 to 9 as label, found ""'],
    ['label,pixel0\n0x7,3\n', 'from 0 to 9 as label, found "0x7"'],
    ['label,pixel0\ntrue,3\n', 'from 0 to 9 as label, found "true"'],
    ['label,pixel0\n7.5,3\n', 'from 0 to 9 as label, found "7.5"'],
    ['1,2,3,4\n1,2,3,-1\n', 'row 2: expected a whole number from 0 to 255 as column 4, found "-1"'],
    ['label,pixel0\n1,3,4\n', 'row 1: expected 2 cells, found 3'],
    ['label,pixel0\n1\n', 'row 1: expected 2 cells, found 1'],
    ['label,pixel0\n', 'expected a row a digit, found none'],
    ['', 'expected a row a digit, found nothing'],
  ])('is refused where it is %j', (text, message) => {
    expect(() => decode(text)).toThrow(message);
  });

  it('needs labels where these are asked for, and to be there', () => {
    const path = join(folder, 'unknown.csv');
    writeFileSync(path, '1,2,3,4\n');
    expect(() => readLabelledTable(path)).toThrow('expected a column label, found none');
    expect(() => readDigitTable(join(folder, 'none.csv'))).toThrow(
      /none\.csv: expected a readable file, found no such file/,
    );
  });
});
