import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createDigitSet, readDigitSet, sliceDigits } from '../../src/digits/digitSet';
import { decodeIdx, encodeIdx, readIdx } from '../../src/digits/idx';

const twoByThree = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);

describe('an IDX file', () => {
  it('is read as its header says', () => {
    const { shape, data } = decodeIdx(twoByThree, 'numbers');
    expect(shape).toEqual([2, 3]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is written as it was read', () => {
    expect([...encodeIdx(decodeIdx(twoByThree, 'numbers'))]).toEqual([...twoByThree]);
  });

  it('is read from disk, packed or not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'idx-'));
    writeFileSync(join(folder, 'plain'), twoByThree);
    writeFileSync(join(folder, 'packed.gz'), gzipSync(twoByThree));
    expect(readIdx(join(folder, 'packed.gz'))).toEqual(readIdx(join(folder, 'plain')));
  });

  it.each([
    ['is empty', [], 'found only 0 bytes'],
    ['has a wrong magic number', [1, 2, 3, 4, 5], 'found 0x01020304'],
    ['holds floats', [0, 0, 0x0d, 1, 0, 0, 0, 0], 'found 0x00000d01'],
    ['ends in its header', [0, 0, 8, 2, 0, 0, 0, 2], 'expected a header of 12 bytes'],
    [
      'is truncated',
      [...twoByThree.slice(0, -1)],
      'expected 6 values for the shape [2, 3], found 5',
    ],
    ['is too long', [...twoByThree, 7], 'expected 6 values for the shape [2, 3], found 7'],
  ])('is refused by name where it %s', (_, bytes, message) => {
    expect(() => decodeIdx(Uint8Array.from(bytes), 'digits.idx')).toThrow(`digits.idx: `);
    expect(() => decodeIdx(Uint8Array.from(bytes), 'digits.idx')).toThrow(message);
  });

  it('is refused by name where it is missing, or damaged gzip', () => {
    const folder = mkdtempSync(join(tmpdir(), 'idx-'));
    const damaged = join(folder, 'damaged.gz');
    writeFileSync(damaged, gzipSync(twoByThree).subarray(0, 20));
    expect(() => readIdx(damaged)).toThrow(`${damaged}: expected a whole gzip file`);
    expect(() => readIdx(join(folder, 'missing'))).toThrow('expected a readable file');
  });

  it('is refused where it unpacks to more than digits take', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'idx-')), 'bomb.gz');
    const zeros = gzipSync(Buffer.alloc(100e6));
    writeFileSync(path, Buffer.concat([zeros, zeros, zeros, zeros, zeros, zeros]));
    expect(() => readIdx(path)).toThrow(
      `${path}: expected a whole gzip file, found one that unpacks to more than 500000000 bytes`,
    );
  });

  it('is not written where the values do not fit the shape', () => {
    expect(() => encodeIdx({ shape: [2, 2], data: Uint8Array.of(1) })).toThrow(
      'expected 4 values for the shape [2, 2], found 1',
    );
  });
});

describe('a set of digits', () => {
  const images = { shape: [3, 1, 2], data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  const labels = { shape: [3], data: Uint8Array.of(7, 8, 9) };

  it('joins images and labels', () => {
    const digits = createDigitSet(images, labels, 'pair');
    expect(digits).toMatchObject({ count: 3, height: 1, width: 2 });
  });

  it('is sliced with its labels', () => {
    const slice = sliceDigits(createDigitSet(images, labels, 'pair'), 1, 3);
    expect([slice.count, [...slice.images], [...slice.labels]]).toEqual([2, [3, 4, 5, 6], [8, 9]]);
    expect(() => sliceDigits(slice, 0, 3)).toThrow('expected a run inside 0..2, found 0..3');
  });

  it.each([
    ['labels for images', labels, labels, 'expected images of the shape'],
    ['images for labels', images, images, 'expected labels of the shape'],
    ['too few labels', images, { shape: [2], data: Uint8Array.of(1, 2) }, '2 labels and 3 images'],
    [
      'a label above 9',
      images,
      { shape: [3], data: Uint8Array.of(1, 12, 3) },
      'found 12 at position 1',
    ],
  ])('is refused with %s', (_, first, second, message) => {
    expect(() => createDigitSet(first, second, 'pair')).toThrow(message);
  });

  it('is read from a pair of files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'idx-'));
    writeFileSync(join(folder, 'images'), encodeIdx(images));
    writeFileSync(join(folder, 'labels'), encodeIdx(labels));
    expect(readDigitSet(join(folder, 'images'), join(folder, 'labels')).count).toBe(3);
  });
});
