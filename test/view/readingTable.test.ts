import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pl from 'nodejs-polars';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/reader/page/outcome';
import { readingTable } from '../../src/view/readingTable';
import { writeTable } from '../../src/view/tableFile';
import { markOf, pageOf } from '../reader/page/readings';

const alternatives = [{ digit: 7, confidence: 0.2 }];
const unclear = markOf(null, 0.4, { reason: 'unclear', box: { x0: 1, y0: 2, x1: 3, y1: 4 } });
const outcomes: readonly Outcome[] = [
  { file: 'Zähler, "neu".png', ...pageOf('0?', [markOf(0, 0.75, { alternatives }), unclear]) },
  { file: 'blank.png', ...pageOf('', []), turn: 90, tilt: -1.5 },
  { file: 'none.png', error: 'none.png: expected a picture,\nfound "none"' },
  { file: 'loose.tif', page: 2, ...pageOf('', [], [unclear]) },
];

const none = {
  ...{
    page: null,
    line: null,
    place: null,
    digit: null,
    reason: null,
    likeliest: null,
    confidence: null,
  },
  ...{ x0: null, y0: null, x1: null, y1: null, second: null, secondConfidence: null },
  ...{ text: null, turn: 0, tilt: 0, error: null },
};
const ofUnclear = {
  ...{ reason: 'unclear', likeliest: 5, confidence: 0.4 },
  ...{ x0: 1, y0: 2, x1: 3, y1: 4 },
};
const rows = [
  {
    ...none,
    ...{ file: 'Zähler, "neu".png', line: 1, place: 1, text: '0?' },
    ...{ digit: 0, likeliest: 0, confidence: 0.75, second: 7, secondConfidence: 0.2 },
    ...{ x0: 20, y0: 20, x1: 30, y1: 40 },
  },
  { ...none, file: 'Zähler, "neu".png', line: 1, place: 2, text: '0?', ...ofUnclear },
  { ...none, file: 'blank.png', turn: 90, tilt: -1.5 },
  {
    ...none,
    ...{ file: 'none.png', turn: null, tilt: null },
    error: 'none.png: expected a picture,\nfound "none"',
  },
  { ...none, file: 'loose.tif', page: 2, ...ofUnclear },
];

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the table of marks', () => {
  it('has a row a mark, and one for each picture without any', () => {
    expect(readingTable(outcomes).toRecords()).toEqual(rows);
  });

  it('has all columns without a row', () => {
    expect(readingTable([]).columns).toEqual(readingTable(outcomes).columns);
  });

  it('comes back from Parquet with its types', () => {
    const path = join(folder, 'results.parquet');
    writeTable(readingTable(outcomes), path);
    const read = pl.readParquet(path);
    expect(read.toRecords()).toEqual(rows);
    expect(read.dtypes).toEqual(readingTable(outcomes).dtypes);
  });

  it('comes back from NDJSON, a line a row', () => {
    const path = join(folder, 'results.NDJSON');
    writeTable(readingTable(outcomes), path);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
    expect(pl.scanJson(path, {}).collectSync().toRecords()).toEqual(rows);
  });

  it('is CSV with the mark by which Excel knows UTF-8, and quotes only where they must be', () => {
    const path = join(folder, 'results.csv');
    writeTable(readingTable(outcomes), path);
    const text = readFileSync(path, 'utf8');
    expect(text.split('\n').slice(0, 4)).toEqual([
      '\ufefffile,page,line,place,digit,reason,likeliest,confidence,x0,y0,x1,y1,second,secondConfidence,text,turn,tilt,error',
      '"Zähler, ""neu"".png",,1,1,0,,0,0.75,20,20,30,40,7,0.2,0?,0,0.0,',
      '"Zähler, ""neu"".png",,1,2,,unclear,5,0.4,1,2,3,4,,,0?,0,0.0,',
      'blank.png,,,,,,,,,,,,,,,90,-1.5,',
    ]);
    expect(text).toContain(
      'none.png,,,,,,,,,,,,,,,,,"none.png: expected a picture,\nfound ""none"""\n',
    );
    expect(pl.readCSV(path).toRecords()).toEqual(rows);
  });

  it('is refused with another ending', () => {
    expect(() => {
      writeTable(readingTable(outcomes), join(folder, 'results.xlsx'));
    }).toThrow('expected a file ending in .csv, .parquet, .ndjson, found');
  });

  it('leaves nothing unfinished beside it', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'results.NDJSON',
      'results.csv',
      'results.parquet',
    ]);
  });
});
