import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPenWriters } from '../../../src/pages/hand/strokeFolder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strokes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const sample = (label: string): string =>
  JSON.stringify({
    label,
    writer: 'anna',
    strokes: [
      [
        [0, 0],
        [1, 2],
      ],
    ],
  });

describe('a folder of recorded handwriting', () => {
  it('is read from all its files, packed or not', () => {
    writeFileSync(join(folder, 'digits.ndjson'), `${sample('1')}\n${sample('2')}\n`);
    writeFileSync(join(folder, 'letters.ndjson.gz'), gzipSync(sample('a')));
    writeFileSync(join(folder, 'LICENSE'), 'free');
    const [writer] = readPenWriters(folder);
    expect(writer.digits.map(({ length }) => length).slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect([...writer.others.keys()]).toEqual(['a']);
  });

  it('says so where there is none', () => {
    expect(() => readPenWriters(folder)).toThrow(/expected recorded handwriting .*, found none/);
    expect(() => readPenWriters(join(folder, 'missing'))).toThrow('found none');
  });

  it.each(['{"label":"1"', '{"label":"1","writer":"a","strokes":[[[1]]]}', '[]'])(
    'names the line that is damaged: %s',
    (line) => {
      writeFileSync(join(folder, 'digits.ndjson'), `${sample('1')}\n${line}\n`);
      expect(() => readPenWriters(folder)).toThrow(
        /digits\.ndjson: line 2: expected \{label, writer, strokes\}, found /,
      );
    },
  );
});
