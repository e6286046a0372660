import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { happens, pick } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import type { Picture } from '../../../src/picture/picture';
import { readPictures } from '../../../src/picture/file/readPicture';
import { loadPageReader } from '../../../src/reader/folder/readerFolder';
import type { PageReader } from '../../../src/reader/pageReader';
import { readPage } from '../../../src/reader/page/readPage';
import { listReadings } from '../../../src/reader/page/listReadings';
import { demand, demandFinite, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';
import { createBmp } from './bmp';
import { createGif } from './gif';
import { createJpeg } from './jpeg';
import { createPdf } from './pdf';
import { phonePictures } from './phonePictures';
import { createPng } from './png';
import { tagBomb } from './tagBomb';
import { createTiff } from './tiff';

const phone =
  (...names: readonly (keyof typeof phonePictures)[]) =>
  (random: Random): Buffer => {
    const whole = Buffer.from(phonePictures[pick(random, names)], 'base64');
    return happens(random, 0.7) ? mutateBytes(random, whole) : whole;
  };

/** A WebP picture whose EXIF block has very many tags that all claim the same bytes. */
function withTagBomb(random: Random): Buffer {
  const whole = Buffer.from(phonePictures.turnedWebp, 'base64');
  const [bomb, head] = [tagBomb(random, 200_000), Buffer.from('EXIF\0\0\0\0')];
  head.writeUInt32LE(bomb.length, 4);
  const bytes = Buffer.concat([whole.subarray(0, whole.indexOf('EXIF')), head, bomb]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}

const formats: Readonly<Record<string, (random: Random) => Buffer>> = {
  png: createPng,
  jpeg: createJpeg,
  webp: (random) =>
    happens(random, 0.05)
      ? withTagBomb(random)
      : phone('webp', 'losslessWebp', 'turnedWebp')(random),
  avif: phone('avif'),
  heic: phone('heic', 'turnedHeic'),
  tiff: createTiff,
  bmp: createBmp,
  gif: createGif,
  pdf: createPdf,
};

/** How many pages of a file are looked at: a promise holds for each page. */
const PAGES = 3;
/** Pages that a reader reads are small: larger ones take long. */
const MAX_READ = 64 * 64;
const READ_SHARE = 0.05;

let reader: Promise<PageReader> | undefined;

async function readDigits(picture: Picture): Promise<void> {
  const { reading } = await readPage(picture, await (reader ??= loadPageReader()));
  const digits = listReadings(reading).map(({ reading }) => reading);
  demandFinite(digits, 'the reading');
  for (const { confidence } of digits) {
    demand(confidence >= 0 && confidence <= 1, `a confidence is ${confidence}`);
  }
}

async function readPages(path: string, random: Random): Promise<void> {
  let count = 0;
  for await (const { picture } of readPictures(path)) {
    const { width, height, data } = picture;
    demand(
      width > 0 && height > 0 && data.length === 4 * width * height,
      `${width} x ${height} pixels of ${data.length} values`,
    );
    if (width * height <= MAX_READ && happens(random, READ_SHARE)) await readDigits(picture);
    if (++count === PAGES) return;
  }
}

/** Pictures of every format: whole ones of rare kinds, ones that lie, damaged ones, some under another's name. */
export const pictureKinds: readonly FuzzKind[] = Object.entries(formats).map(([name, create]) => ({
  name,
  create: (random) => {
    const made = create(random);
    const bytes = made.length < 1e5 && happens(random, 0.4) ? mutateBytes(random, made) : made;
    return { [`picture.${pick(random, [name, name, name, 'png', 'PDF'])}`]: bytes };
  },
  read: async (folder, random) => {
    const [file] = readdirSync(folder);
    await readPages(join(folder, file), random);
  },
}));
