import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jimp } from 'jimp';
import { afterAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/picture/file/encodePng';
import { decodePicture, readPicture } from '../../../src/picture/file/readPicture';
import { greyPicture } from '../../textArt';

const folder = mkdtempSync(join(tmpdir(), 'digits-pictures-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const mimes = ['image/png', 'image/jpeg', 'image/bmp', 'image/gif', 'image/tiff'] as const;

/** Four squares of 8 by 8 pixels: red, green, blue and grey. */
function squares(): InstanceType<typeof Jimp> {
  const image = new Jimp({ width: 16, height: 16 });
  const colours = [0xe00000ff, 0x00c000ff, 0x0000b0ff, 0x808080ff];
  for (let row = 0; row < 16; row++) {
    for (let column = 0; column < 16; column++) {
      image.setPixelColor(colours[(row >> 3) * 2 + (column >> 3)], column, row);
    }
  }
  return image;
}

function encoded(mime: (typeof mimes)[number]): Promise<Buffer> {
  return squares().getBuffer(mime);
}

/** A JPEG of a strip, eight pixels high, so many times below itself: to encode so many pixels takes long. */
function stacked(strip: Buffer, count: number): Buffer {
  const [frame, scan] = [0xffc0, 0xffda].map((marker) =>
    strip.indexOf(Buffer.from([marker >> 8, marker & 0xff])),
  );
  const head = Buffer.from(strip.subarray(0, scan));
  head.writeUInt16BE(8 * count, frame + 5);
  // A restart interval (ITU-T T.81, B.2.4.4) that is a strip: each is coded as if it were the first.
  const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, 0]);
  interval.writeUInt16BE(strip.readUInt16BE(frame + 7) / 8, 4);
  const start = scan + 2 + strip.readUInt16BE(scan + 2);
  const strips = Array.from({ length: count }, (_, index) => [
    ...(index > 0 ? [Buffer.from([0xff, 0xd0 + ((index - 1) % 8)])] : []),
    strip.subarray(start, -2),
  ]).flat();
  return Buffer.concat([
    head,
    interval,
    strip.subarray(scan, start),
    ...strips,
    strip.subarray(-2),
  ]);
}

/** A JPEG file with an EXIF block that holds nothing but the orientation. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000' + '49492a0008000000' + '0100120103000100000000000000' + '00000000',
    'hex',
  );
  exif[28] = orientation;
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

async function pixelsOf(bytes: Uint8Array, ...places: [number, number][]): Promise<number[][]> {
  const { width, data } = await decodePicture(bytes);
  return places.map(([column, row]) => [
    ...data.subarray((row * width + column) * 4, (row * width + column) * 4 + 4),
  ]);
}

describe('reading a picture', () => {
  it.each(mimes)('decodes %s', async (mime) => {
    const picture = await decodePicture(await encoded(mime));
    expect(picture).toMatchObject({ width: 16, height: 16 });
    const centres = [4, 12].flatMap((row) => [4, 12].map((column) => (row * 16 + column) * 4));
    const colours = [
      [0xe0, 0, 0],
      [0, 0xc0, 0],
      [0, 0, 0xb0],
      [0x80, 0x80, 0x80],
    ];
    centres.forEach((at, square) => {
      expect(picture.data[at + 3]).toBe(255);
      colours[square].forEach((value, channel) => {
        // JPEG and the palette of a GIF lose a little.
        expect(Math.abs(picture.data[at + channel] - value)).toBeLessThanOrEqual(8);
      });
    });
  });

  it.each([
    [1, 'red', 'green'],
    [2, 'green', 'red'],
    [3, 'grey', 'blue'],
    [4, 'blue', 'grey'],
    [5, 'red', 'blue'],
    [6, 'blue', 'red'],
    [7, 'grey', 'green'],
    [8, 'green', 'grey'],
  ])('turns a JPEG by orientation %i: first %s, then %s', async (orientation, first, second) => {
    const jpeg = withOrientation(await encoded('image/jpeg'), orientation);
    const [left, right] = await pixelsOf(jpeg, [4, 4], [12, 4]);
    const name = ([red, green, blue]: number[]): string => {
      if (red > 100 && green > 100) return 'grey';
      return red > 100 ? 'red' : green > 100 ? 'green' : blue > 100 ? 'blue' : 'black';
    };
    expect([left, right].map(name)).toEqual([first, second]);
  });

  it('lays dark ink on white where it is transparent', async () => {
    const image = new Jimp({ width: 3, height: 1 });
    image.setPixelColor(0x00000000, 0, 0);
    image.setPixelColor(0x00000080, 1, 0);
    image.setPixelColor(0x000000ff, 2, 0);
    const pixels = await pixelsOf(await image.getBuffer('image/png'), [0, 0], [1, 0], [2, 0]);
    expect(pixels).toEqual([
      [255, 255, 255, 255],
      [127, 127, 127, 255],
      [0, 0, 0, 255],
    ]);
  });

  it('lays light ink on black where it is transparent', async () => {
    const image = new Jimp({ width: 4, height: 1 });
    image.setPixelColor(0xffffffff, 0, 0);
    image.setPixelColor(0xffffff80, 1, 0);
    const pixels = await pixelsOf(await image.getBuffer('image/png'), [0, 0], [1, 0], [2, 0]);
    expect(pixels).toEqual([
      [255, 255, 255, 255],
      [128, 128, 128, 255],
      [0, 0, 0, 255],
    ]);
  });

  it('lays light paper with transparent corners on white', async () => {
    const image = new Jimp({ width: 4, height: 1, color: 0xf0f0f0ff });
    image.setPixelColor(0x00000000, 0, 0);
    const [corner] = await pixelsOf(await image.getBuffer('image/png'), [0, 0]);
    expect(corner).toEqual([255, 255, 255, 255]);
  });

  it('reads many pictures at once', async () => {
    const pictures = await Promise.all(mimes.map(encoded));
    const all = Array.from({ length: 4 }, () => pictures).flat();
    for (const picture of await Promise.all(all.map((bytes) => decodePicture(bytes)))) {
      expect(picture).toMatchObject({ width: 16, height: 16 });
    }
  });

  it('reads a picture of one pixel', async () => {
    const image = new Jimp({ width: 1, height: 1, color: 0x123456ff });
    const [pixel] = await pixelsOf(await image.getBuffer('image/png'), [0, 0]);
    expect(pixel).toEqual([0x12, 0x34, 0x56, 255]);
  });

  it('reads a JPEG of 50 megapixels', async () => {
    const strip = new Jimp({ width: 8192, height: 8, color: 0xc0c0c0ff });
    const jpeg = stacked(await strip.getBuffer('image/jpeg', { quality: 50 }), 768);
    const picture = await decodePicture(jpeg);
    expect(picture).toMatchObject({ width: 8192, height: 6144 });
    expect(Math.abs(picture.data[4 * (8192 * 6144 - 1)] - 0xc0)).toBeLessThanOrEqual(1);
  });

  it('reads a JPEG of 50 megapixels that has stray bytes before its end', async () => {
    const strip = new Jimp({ width: 8192, height: 8, color: 0xc0c0c0ff });
    const jpeg = stacked(await strip.getBuffer('image/jpeg', { quality: 50 }), 768);
    const stray = Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(3), jpeg.subarray(-2)]);
    expect(await decodePicture(stray)).toMatchObject({ width: 8192, height: 6144 });
  });

  it('reads a JPEG whose EXIF tags all claim the same bytes', async () => {
    const count = 5000;
    const tags = Buffer.alloc(8 + 2 + 12 * count);
    tags.write('II*\0\x08\0\0\0', 'latin1');
    tags.writeUInt16LE(count, 8);
    for (let index = 0; index < count; index++) {
      const [tag, type, length, place] = [index, 3, 30_000, 0];
      tags.writeUInt16LE(tag, 10 + 12 * index);
      tags.writeUInt16LE(type, 12 + 12 * index);
      tags.writeUInt32LE(length, 14 + 12 * index);
      tags.writeUInt32LE(place, 18 + 12 * index);
    }
    const exif = Buffer.from('ffe100004578696600000000', 'hex').subarray(0, 10);
    exif.writeUInt16BE(8 + tags.length, 2);
    const jpeg = await encoded('image/jpeg');
    const start = process.memoryUsage().heapUsed;
    const picture = await decodePicture(
      Buffer.concat([jpeg.subarray(0, 2), exif, tags, jpeg.subarray(2)]),
    );
    expect(picture).toMatchObject({ width: 16, height: 16 });
    // A list of all that the tags claim has 150 million numbers.
    expect(process.memoryUsage().heapUsed - start).toBeLessThan(1e8);
  });

  it('reads back the PNG file that it writes', async () => {
    const picture = greyPicture(5, 4, (column, row) => 50 * column + row);
    expect(await decodePicture(encodePng(picture, 'photo'))).toEqual(picture);
  });
});

describe('a picture that cannot be read', () => {
  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const complaint = async (path: string): Promise<string> => {
    const error = await readPicture(path).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error?.message.startsWith(`${path}: expected `)).toBe(true);
    return error!.message.slice(path.length + 2);
  };
  const picture =
    'expected a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP or GIF picture or a PDF file, found';

  it('is said to be missing', async () => {
    expect(await complaint(join(folder, 'none.png'))).toBe(
      `${picture} no such file; give the path of a picture`,
    );
  });

  it('is said to be a folder', async () => {
    mkdirSync(join(folder, 'inner'));
    expect(await complaint(join(folder, 'inner'))).toMatch(`${picture} a folder; give the path`);
  });

  it.skipIf(process.platform === 'win32')('is said to be a pipe, and not waited for', async () => {
    const path = join(folder, 'pipe.png');
    execFileSync('mkfifo', [path]);
    expect(await complaint(path)).toMatch(`${picture} a pipe or a device; give the path`);
  });

  it('is said to be too large a file before it is read', async () => {
    const path = written('holes.png', '');
    truncateSync(path, 6e9);
    expect(await complaint(path)).toMatch(`${picture} 6000000000 bytes, more than 520000000; give`);
  });

  it('is said to be empty', async () => {
    expect(await complaint(written('empty.png', ''))).toMatch(`${picture} an empty file; copy`);
  });

  it('is said to be no picture, with how it starts', async () => {
    expect(await complaint(written('notes.jpg', 'Dear diary, …'))).toMatch(
      `${picture} a file that starts with "Dear dia"; give`,
    );
    expect(await complaint(written('noise.jpg', Uint8Array.of(0, 1, 2, 254)))).toMatch(
      `${picture} a file that starts with the bytes 000102fe; give`,
    );
  });

  it.each([
    ['SVG', '<svg xmlns='],
    ['JPEG XL', '\xff\x0a\xfa\x7f'],
  ])('is said to be %s', async (format, start) => {
    expect(await complaint(written('picture.png', Buffer.from(start, 'latin1')))).toMatch(
      `${picture} ${format}; convert it`,
    );
  });

  it.each(mimes)('is said to be cut short: %s', async (mime) => {
    const whole = await encoded(mime);
    for (const share of [0.1, 0.5, 0.9]) {
      const path = written('cut', whole.subarray(0, share * whole.length));
      expect(await complaint(path)).toMatch(/^expected a whole \w+ file, found .*; copy or save/);
    }
  });

  it.each([
    [
      'a TIFF file whose pages go round',
      '49492a0008000000' + '0000' + '08000000',
      'no picture size',
    ],
    [
      'a TIFF file with a page that follows itself',
      '49492a0008000000' +
        '0200' +
        '0001030001000000' +
        '01000000' +
        '0101030001000000' +
        '01000000' +
        '08000000',
      'pages that follow each other in a circle',
    ],
    ['a GIF file without a frame', '474946383961' + '02000200' + '000000' + '3b', 'Frame index'],
    [
      'a BMP file without its pixels',
      '424d' + '00'.repeat(16) + '0200000002000000' + '01001800',
      '',
    ],
    ['a JPEG file with tables for no frame', 'ffd8ffc00011080002000203012200021101031101ffd9', ''],
  ])('is said to be damaged, in one line: %s', async (_, hex, reason) => {
    const message = await complaint(written('damaged', Buffer.from(hex, 'hex')));
    expect(message).toMatch(/^expected a whole \w+ file, found [^\n]*; copy or save it again$/);
    expect(message).toContain(reason);
    expect(message).not.toMatch(/undefined|"offset"/);
  });

  it('is said to be damaged where it has two headers', async () => {
    const whole = await encoded('image/png');
    const header = Buffer.from(whole.subarray(8, 33));
    const twice = Buffer.concat([whole.subarray(0, 33), header, whole.subarray(33)]);
    expect(await complaint(written('headers.png', twice))).toMatch('(more than one header)');
  });

  it('is said to be damaged where a JPEG goes over its pixels without end', async () => {
    const whole = await encoded('image/jpeg');
    const scan = whole.subarray(whole.indexOf(Buffer.of(0xff, 0xda)), -2);
    const scans = Array.from({ length: 300 }, () => scan);
    const jpeg = Buffer.concat([whole.subarray(0, -2), ...scans, whole.subarray(-2)]);
    expect(await complaint(written('scans.jpg', jpeg))).toMatch('(301 scans, more than 200)');
  });

  it('is said to be too large before it is decoded', async () => {
    const header = Buffer.from('89504e470d0a1a0a0000000d49484452000075300000753008020000', 'hex');
    expect(await complaint(written('bomb.png', header))).toBe(
      'expected at most 64 megapixels, found 30000 x 30000 pixels; make the picture smaller',
    );
  });
});
