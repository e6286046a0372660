import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import utif from 'utif2';
import { phonePictures } from '../../../tools/fuzz/pictures/phonePictures';
import type { Picture } from '../../../src/picture/picture';
import { decodePicture, readPictures } from '../../../src/picture/file/readPicture';

const folder = mkdtempSync(join(tmpdir(), 'digits-formats-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bytesOf = (name: keyof typeof phonePictures): Buffer =>
  Buffer.from(phonePictures[name], 'base64');

/** A PDF file of two pages, 72 by 36 and 36 by 72 points, with a red square at the lower left. */
function pdf(): Buffer {
  const content = '1 0 0 rg 0 0 18 18 re f';
  const page = (size: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents 5 0 R >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page('72 36'),
    page('36 72'),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R >>\n`);
}

/** A TIFF file with a red page and a green one of another size. */
function tiff(): Buffer {
  const pages = [
    { width: 6, height: 4, colour: [255, 0, 0, 255] },
    { width: 3, height: 5, colour: [0, 255, 0, 255] },
  ].map(({ width, height, colour }) => ({
    ...{ width, height },
    pixels: Buffer.from(Array.from({ length: width * height }, () => colour).flat()),
  }));
  // The pixels lie behind all directories.
  let place = 1000;
  const directories = pages.map(({ width, height, pixels }) => {
    const strip = { t273: [place], t278: [height], t279: [pixels.length] };
    place += pixels.length;
    const colours = { t258: [8, 8, 8, 8], t259: [1], t262: [2], t277: [4], t284: [1], t338: [1] };
    return { t256: [width], t257: [height], ...colours, ...strip };
  });
  const room = Buffer.alloc(1000);
  Buffer.from(utif.encode(directories as unknown as utif.IFD[])).copy(room);
  return Buffer.concat([room, ...pages.map(({ pixels }) => pixels)]);
}

/** A TIFF file of one page, 4 by 2 pixels, from its tags and bytes; the pixels lie in one strip or several of a size. */
function onePage(tags: Record<string, number[]>, pixels: readonly number[], strips = 1): Buffer {
  const length = pixels.length / strips;
  const places = Array.from({ length: strips }, (_, index) => 1000 + index * length);
  const directory = {
    ...{ t256: [4], t257: [2], t259: [1], ...tags },
    ...{ t273: places, t278: [2], t279: places.map(() => length) },
  };
  const room = Buffer.alloc(1000);
  Buffer.from(utif.encode([directory] as unknown as utif.IFD[])).copy(room);
  return Buffer.concat([room, Buffer.from(pixels)]);
}

const eight = <Value>(values: readonly Value[]): Value[] =>
  Array.from({ length: 8 }, () => values).flat();

const colourAt = ({ width, data }: Picture, x: number, y: number): string => {
  const [red, green, blue] = data.subarray(4 * (y * width + x));
  if (Math.min(red, green, blue) > 230) return 'white';
  return red > 180 && Math.max(green, blue) < 80 ? 'red' : green > 180 ? 'green' : 'another';
};

async function pagesOf(name: string, bytes: Buffer): Promise<[page: unknown, picture: Picture][]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const pages: [unknown, Picture][] = [];
  for await (const { page, picture } of readPictures(path)) pages.push([page, picture]);
  return pages;
}

describe('a picture as phones take them', () => {
  it.each(['webp', 'losslessWebp', 'avif', 'heic'] as const)('is read: %s', async (name) => {
    const picture = await decodePicture(bytesOf(name));
    expect(picture).toMatchObject({ width: 24, height: 16 });
    const corners = [
      [2, 2],
      [21, 2],
      [2, 13],
      [21, 13],
    ].map(([x, y]) => colourAt(picture, x, y));
    expect(corners).toEqual(['red', 'white', 'white', 'white']);
  });

  it.each(['turnedWebp', 'turnedHeic'] as const)('is turned upright: %s', async (name) => {
    const picture = await decodePicture(bytesOf(name));
    expect(picture).toMatchObject({ width: 16, height: 24 });
    expect([colourAt(picture, 2, 2), colourAt(picture, 13, 2)]).toEqual(['white', 'red']);
  });

  it.each(['webp', 'avif', 'heic'] as const)('is said to be cut short: %s', async (name) => {
    const whole = bytesOf(name);
    for (const share of [0.3, 0.6, 0.95]) {
      await expect(decodePicture(whole.subarray(0, share * whole.length))).rejects.toThrow(
        /^the picture: expected a whole \w+ file, found .*; copy or save/,
      );
    }
  });
});

describe('a file of several pages', () => {
  it('gives the pages of a PDF file, drawn at 200 pixels an inch', async () => {
    const pages = await pagesOf('two.pdf', pdf());
    expect(pages.map(([page, { width, height }]) => [page, width, height])).toEqual([
      [1, 200, 100],
      [2, 100, 200],
    ]);
    const [, second] = pages[1];
    expect([colourAt(second, 10, 190), colourAt(second, 10, 10)]).toEqual(['red', 'white']);
  });

  it('gives the pages of a TIFF file', async () => {
    const pages = await pagesOf('two.tif', tiff());
    expect(pages.map(([page, { width, height }]) => [page, width, height])).toEqual([
      [1, 6, 4],
      [2, 3, 5],
    ]);
    expect(pages.map(([, picture]) => colourAt(picture, 1, 1))).toEqual(['red', 'green']);
  });

  it('has no page numbers where it has one page', async () => {
    const [[page]] = await pagesOf('one.webp', bytesOf('webp'));
    expect(page).toBeUndefined();
  });

  it('is said to be damaged', async () => {
    await expect(decodePicture(Buffer.from('%PDF-1.4 and nothing else'))).rejects.toThrow(
      /^the picture: expected a whole PDF file, found /,
    );
  });
});

describe('a TIFF file', () => {
  const colours = async (bytes: Buffer): Promise<number[]> => {
    const { width, height, data } = await decodePicture(bytes);
    expect([width, height]).toEqual([4, 2]);
    return [...data];
  };

  it('is read where it stores each colour by itself', async () => {
    const planes = [10, 20, 30].flatMap((value) => eight([value]));
    const tags = { t258: [8, 8, 8], t262: [2], t277: [3], t284: [2] };
    expect(await colours(onePage(tags, planes, 3))).toEqual(eight([10, 20, 30, 255]));
  });

  it('is read in the ink colours of print', async () => {
    const tags = { t258: [8, 8, 8, 8], t262: [5], t277: [4], t284: [1] };
    const inks = onePage(tags, eight([0, 255, 51, 51]));
    expect(await colours(inks)).toEqual(eight([204, 0, 163, 255]));
  });

  it.each([
    ['black is zero', 1, 0x11],
    ['white is zero', 0, 0xee],
  ])('is read with four bits a pixel, where %s', async (_, photometric, byte) => {
    const tags = { t258: [4], t262: [photometric], t277: [1], t284: [1] };
    const grey = onePage(tags, [byte, byte, byte, byte]);
    expect(await colours(grey)).toEqual(eight([17, 17, 17, 255]));
  });

  it.each([
    ['Zstandard', { t259: [50000] }, 'found one packed by Zstandard; open it in a viewer'],
    ['LZMA', { t259: [34925] }, 'found one packed by LZMA; open it in a viewer'],
    ['differences of floats', { t317: [3] }, 'found one with differences of kind 3; open'],
    ['colours that are not known', { t262: [9] }, 'found one with colours of kind 9; open'],
  ])('is refused where it has %s', async (_, tags, found) => {
    const base = { t258: [8, 8, 8], t262: [2], t277: [3], t284: [1] };
    const bytes = onePage({ ...base, ...(tags as Record<string, number[]>) }, eight([1, 2, 3]));
    await expect(decodePicture(bytes)).rejects.toThrow(found);
  });

  it('is refused where its tags hold more than the file', async () => {
    const bytes = Buffer.alloc(8 + 2 + 12 * 40 + 4000);
    bytes.write('II*\0\x08\0\0\0', 'latin1');
    bytes.writeUInt16LE(40, 8);
    for (let index = 0; index < 40; index++) {
      const isSize = index < 2;
      bytes.writeUInt16LE(isSize ? 256 + index : 1000 + index, 10 + 12 * index);
      bytes.writeUInt16LE(3, 12 + 12 * index);
      bytes.writeUInt32LE(isSize ? 1 : 2000, 14 + 12 * index);
      bytes.writeUInt32LE(isSize ? 1 : 490, 18 + 12 * index);
    }
    await expect(decodePicture(bytes)).rejects.toThrow('(tags that hold more than the file)');
  });
});
