import { describe, expect, it } from 'vitest';
import { detectFormat, readPictureHeader } from '../../../src/picture/file/pictureHeader';
import { readTiffDirectory } from '../../../src/picture/file/tiffDirectory';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const hex = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));

describe('the kind of a file', () => {
  it.each([
    ['png', '\x89PNG\r\n\x1a\n'],
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['bmp', 'BM6\0'],
    ['gif', 'GIF89a'],
    ['tiff', 'II*\0'],
    ['tiff', 'MM\0*'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['heic', '\0\0\0\x18ftypheic'],
    ['avif', '\0\0\0\x1cftypavif'],
    ['pdf', '%PDF-1.7'],
    ['SVG', '<svg xmlns'],
  ])('is %s where it starts with %j', (format, start) => {
    expect(detectFormat(bytes(start))).toBe(format);
  });

  it('is unknown where the bytes are no picture', () => {
    expect(detectFormat(bytes('hello'))).toBeUndefined();
    expect(detectFormat(new Uint8Array(0))).toBeUndefined();
  });
});

describe('the header of a picture', () => {
  it('tells the size of a PNG', () => {
    const header = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0');
    expect(readPictureHeader(header, 'png')).toMatchObject({ width: 640, height: 480 });
  });

  it('tells the size of a BMP whose rows run downwards', () => {
    const header = new Uint8Array(30);
    new DataView(header.buffer).setInt32(18, 7, true);
    new DataView(header.buffer).setInt32(22, -5, true);
    expect(readPictureHeader(header, 'bmp')).toMatchObject({ width: 7, height: 5 });
  });

  it('finds the frame of a JPEG behind fill bytes and other segments', () => {
    const jpeg = hex('ffd8 ffe0 0004 0000 ff ffdb 0003 00 ffc2 0011 08 0102 0304 03 00 00');
    expect(readPictureHeader(jpeg, 'jpeg')).toMatchObject({ width: 0x304, height: 0x102 });
  });

  it('takes the Huffman tables of a JPEG for no frame', () => {
    const jpeg = hex('ffd8 ffc4 000b 08 0102 0304 03 00 00 ffd9 00 00 00 00 00 00 00 00');
    expect(readPictureHeader(jpeg, 'jpeg')).toMatchObject({ width: 0, height: 0 });
  });

  it('has no size where the file breaks off', () => {
    expect(readPictureHeader(bytes('GIF89a\x05'), 'gif')).toMatchObject({ height: 0 });
    expect(readPictureHeader(hex('ffd8ff'), 'jpeg')).toMatchObject({ width: 0, height: 0 });
    expect(readPictureHeader(bytes('II*\0'), 'tiff')).toMatchObject({ width: 0, height: 0 });
  });

  it('tells how long a TIFF must be to hold all its strips', () => {
    const tiff = hex(`
      4d4d 002a 00000008  0004
      0100 0003 00000001 0009 0000
      0101 0004 00000001 00000006
      0111 0004 00000001 00000100
      0117 0004 00000001 00000050`);
    expect(readPictureHeader(tiff, 'tiff')).toEqual({
      format: 'tiff',
      width: 9,
      height: 6,
      orientation: 1,
      byteLength: 0x150,
    });
  });
});

describe('a TIFF directory', () => {
  const listTags = (structure: Uint8Array): [number, number[]][] =>
    [...readTiffDirectory(structure)].map(([tag, { count, at }]) => [
      tag,
      Array.from({ length: count }, (_, index) => at(index)),
    ]);

  it('reads values that stand in the entry and values that stand elsewhere', () => {
    const tiff = hex(`
      4949 2a00 08000000  0200
      1201 0300 01000000 0600 0000
      1101 0400 02000000 26000000
      00000000
      07000000 08000000`);
    expect(listTags(tiff)).toEqual([
      [0x112, [6]],
      [0x111, [7, 8]],
    ]);
  });

  it('leaves out values that lie behind the end, and has none without the magic number', () => {
    const outside = hex('4949 2a00 08000000 0100 1101 0400 02000000 22000000');
    expect(listTags(outside)).toEqual([]);
    expect(listTags(hex('4949 2b00 08000000 0000'))).toEqual([]);
  });
});
