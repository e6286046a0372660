import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import { readPicture } from '../../../src/picture/file/readPicture';
import { demand, type FuzzKind } from '../fuzzKind';
import { randomBytes } from '../mutateBytes';
import { encodeDirectory, type Tag } from './tiff';

/** How the colour of a pixel is stored: by kinds of samples, and what a viewer shows of them. */
interface Colours {
  readonly photometric: number;
  readonly samples: number;
  readonly show: (samples: readonly number[]) => readonly number[];
}

const colours: readonly Colours[] = [
  { photometric: 0, samples: 1, show: ([grey]) => [255 - grey, 255 - grey, 255 - grey] },
  { photometric: 1, samples: 1, show: ([grey]) => [grey, grey, grey] },
  { photometric: 2, samples: 3, show: (colour) => colour },
  {
    photometric: 5,
    samples: 4,
    show: ([cyan, magenta, yellow, black]) =>
      [cyan, magenta, yellow].map((ink) => ((255 - ink) * (255 - black)) / 255),
  },
];

/** Whole TIFF files of usual kinds: what comes out must be the picture that was put in. */
export const plainTiffKind: FuzzKind = {
  name: 'plain tiff',
  create: (random) => {
    const [width, height] = [wholeBetween(random, [1, 40]), wholeBetween(random, [1, 40])];
    const { photometric, samples, show } = pick(random, colours);
    const pixels = Array.from({ length: width * height }, () => [...randomBytes(random, samples)]);
    const isPlanar = samples > 1 && happens(random, 0.5);
    const isPacked = happens(random, 0.5);
    const rowsAStrip = wholeBetween(random, [1, height]);
    const strips = stripsOf(pixels, width, rowsAStrip, isPlanar).map((strip) =>
      isPacked ? deflateSync(strip) : strip,
    );
    let place = 8;
    const places = strips.map(({ length }) => (place += length) - length);
    const tags: Tag[] = [
      [256, 4, [width]],
      [257, 4, [height]],
      [258, 3, Array.from({ length: samples }, () => 8)],
      [259, 3, [isPacked ? 8 : 1]],
      [262, 3, [photometric]],
      [273, 4, places],
      [277, 3, [samples]],
      [278, 4, [rowsAStrip]],
      [279, 4, strips.map(({ length }) => length)],
      [284, 3, [isPlanar ? 2 : 1]],
    ];
    const start = Buffer.from('II*\0\0\0\0\0', 'latin1');
    start.writeUInt32LE(place, 4);
    return {
      'picture.tif': Buffer.concat([start, ...strips, encodeDirectory(tags, place)]),
      'pixels.bin': Buffer.from(pixels.flatMap((pixel) => [...show(pixel).map(Math.round), 255])),
    };
  },
  read: async (folder) => {
    const { data } = await readPicture(join(folder, 'picture.tif'));
    const pixels = readFileSync(join(folder, 'pixels.bin'));
    demand(data.length === pixels.length, `${data.length} values of ${pixels.length}`);
    demand(Buffer.compare(pixels, Uint8Array.from(data)) === 0, 'other pixels than were written');
  },
};

function stripsOf(
  pixels: readonly number[][],
  width: number,
  rowsAStrip: number,
  isPlanar: boolean,
): Buffer[] {
  const parts = isPlanar
    ? pixels[0].map((_, sample) => pixels.map((pixel) => [pixel[sample]]))
    : [pixels];
  return parts.flatMap((part) => {
    const length = width * rowsAStrip;
    return Array.from({ length: Math.ceil(part.length / length) }, (_, strip) =>
      Buffer.from(part.slice(strip * length, (strip + 1) * length).flat()),
    );
  });
}
