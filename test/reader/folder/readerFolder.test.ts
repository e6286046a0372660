import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelFolder } from '../../../src/files/shippedModels';
import { sha256 } from '../../../src/files/wholeFile';
import { readReader } from '../../../src/reader/folder/readerFolder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
  cpSync(modelFolder('reader'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const path = (name: string): string => join(folder, name);

function describeReader(changes: object): void {
  const description = JSON.parse(readFileSync(path('reader.json'), 'utf8')) as object;
  writeFileSync(path('reader.json'), JSON.stringify({ ...description, ...changes }));
}

describe('a damaged page reader is refused by name', () => {
  it.each([
    ['without checksums', { weights: null }, 'expected the format page-reader with the SHA-256'],
    ['of another format', { format: 'x' }, 'expected the format page-reader'],
    ['without a calibration', { calibration: {} }, 'expected a calibration of offset, score'],
    [
      'without a calibration of lines',
      { lineCalibration: { digit: { offset: 0, line: 1, detector: 0 } } },
      'expected a calibration of digits and numbers in lines',
    ],
    ['of other weights', { weights: '12' }, 'expected the SHA-256 that reader.json names (12)'],
  ])('%s', (_, changes, message) => {
    describeReader(changes);
    expect(() => readReader(folder)).toThrow(message);
    expect(() => readReader(folder)).toThrow(folder);
  });

  it('that is no description', () => {
    writeFileSync(path('reader.json'), 'null');
    expect(() => readReader(folder)).toThrow(`${path('reader.json')}: expected the format`);
  });

  it.each(['weights', 'lines'])('whose %s are no numbers, or too few', (name) => {
    const file = path(`${name}.bin`);
    const bytes = readFileSync(file);
    bytes.writeUInt16LE(0x7c00, 6);
    writeFileSync(file, bytes);
    describeReader({ [name]: sha256(bytes) });
    expect(() => readReader(folder)).toThrow(
      `${file}: expected finite numbers, found Infinity at 3`,
    );
    writeFileSync(file, bytes.subarray(2));
    describeReader({ [name]: sha256(bytes.subarray(2)) });
    expect(() => readReader(folder)).toThrow(`${file}: expected ${bytes.length} bytes`);
  });
});
