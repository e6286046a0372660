import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readReader, readReaderCard } from '../../../src/reader/folder/readerFolder';
import { makeLines } from '../../../src/learning/line/makeLines';

const folder = mkdtempSync(join(tmpdir(), 'lines-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shipped = readReader('reader');

it('the network of a reader is kept where no other is given', () => {
  const { lines, lineCalibration, run } = makeLines(undefined, 'reader');
  expect(Buffer.compare(lines, shipped.lines)).toBe(0);
  expect(lineCalibration).toEqual(shipped.lineCalibration);
  expect(run).toEqual(readReaderCard('reader').lines);
});

it('another network comes with the story of its training, and keeps the calibration', () => {
  const other = shipped.lines.slice();
  other[0] ^= 1;
  writeFileSync(join(folder, 'lines.bin'), other);
  writeFileSync(join(folder, 'training.json'), '{"steps":7}');
  const { lines, lineCalibration, run } = makeLines(folder, 'reader');
  expect(Buffer.compare(lines, other)).toBe(0);
  expect(lineCalibration).toEqual(shipped.lineCalibration);
  expect(run).toEqual({ steps: 7 });
});

it('a damaged network is refused', () => {
  writeFileSync(join(folder, 'lines.bin'), shipped.lines.subarray(2));
  expect(() => makeLines(folder, 'reader')).toThrow("bytes of a line reader's network");
});
