import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCorrections } from '../../src/learning/corrections';

const folder = mkdtempSync(join(tmpdir(), 'corrections-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const header = 'file,page,line,place,x0,y0,x1,y1,digit,right';

function tableOf(...lines: readonly string[]): string {
  const path = join(folder, 'corrections.csv');
  writeFileSync(path, `\ufeff${lines.join('\n')}\n`);
  return path;
}

describe('a table of corrections', () => {
  it('may have semicolons, and any ending', async () => {
    const path = join(folder, 'corrections.TXT');
    writeFileSync(path, 'file;page;x0;y0;x1;y1;right\na.png;;1;2;3;4;7\n');
    expect(await readCorrections(path)).toEqual([
      {
        file: 'a.png',
        page: undefined,
        corrections: [{ box: { x0: 1, y0: 2, x1: 3, y1: 4 }, digit: 7 }],
      },
    ]);
  });

  it('has the corrections of each page', async () => {
    const table = tableOf(
      header,
      '"a, b.png",,1,1,10,20,30,40,7,1',
      'scan.pdf,2,1,1,1,2,3,4,,9',
      '"a, b.png",,,,50,60,70,80,0,-',
    );
    expect(await readCorrections(table)).toEqual([
      {
        file: 'a, b.png',
        page: undefined,
        corrections: [
          { box: { x0: 10, y0: 20, x1: 30, y1: 40 }, digit: 1 },
          { box: { x0: 50, y0: 60, x1: 70, y1: 80 }, digit: null },
        ],
      },
      {
        file: 'scan.pdf',
        page: 2,
        corrections: [{ box: { x0: 1, y0: 2, x1: 3, y1: 4 }, digit: 9 }],
      },
    ]);
  });

  it('is said to be another table, or to have a wrong row', async () => {
    await expect(readCorrections(tableOf('file,digit', 'a.png,7'))).rejects.toThrow(
      /expected a table of corrections with file, page, .* found none of page, x0/,
    );
    await expect(
      readCorrections(tableOf(header, 'a.png,,1,1,10,20,30,40,7,seven')),
    ).rejects.toThrow(/expected a file and a digit or - .* found .*seven/);
  });

  it.each([
    ['no places', 'a.png,,1,1,10,20,x,40,7,7'],
    ['a place left out', 'a.png,,1,1,10,,30,40,7,7'],
    ['a page that is none', 'a.png,0.5,1,1,10,20,30,40,7,7'],
  ])('is said to have a row with %s', async (_, row) => {
    await expect(readCorrections(tableOf(header, row))).rejects.toThrow(
      /corrections\.csv: expected numbers as page, x0, y0, x1 and y1 in every row, found \[/,
    );
  });

  it('is said to be no table', async () => {
    await expect(readCorrections(tableOf(''))).rejects.toThrow(
      /^.*corrections\.csv: expected a table/,
    );
  });
});
