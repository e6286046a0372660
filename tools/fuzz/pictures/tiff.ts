import { deflateSync } from 'node:zlib';
import { happens, pick } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { awkwardNumbers, randomBytes } from '../mutateBytes';
import { zlibBomb } from './bomb';
import { drawSize, lyingSides } from './size';
import { tagBomb } from './tagBomb';

/** A tag of a directory. */
export type Tag = [number: number, type: number, values: number[]];

/** Zeros that unpack to much more than any picture of their header has. */
let bomb: Buffer | undefined;
const bombBytes = (): Buffer => (bomb ??= zlibBomb(3e9));

function pack(random: Random, compression: number, pixels: Buffer): Buffer {
  if (compression !== 8 && compression !== 32946) return pixels;
  return happens(random, 0.02) ? bombBytes() : deflateSync(pixels);
}

/** Tags and what they hold, as a directory at an offset; longer values lie behind it. */
export function encodeDirectory(tags: readonly Tag[], offset: number): Buffer {
  const head = Buffer.alloc(2 + 12 * tags.length + 4);
  const parts: Buffer[] = [head];
  let place = offset + head.length;
  head.writeUInt16LE(tags.length);
  tags.forEach(([number, type, values], index) => {
    const size = type === 3 ? 2 : 4;
    const bytes = Buffer.alloc(Math.max(4, size * values.length));
    values.forEach((value, at) => bytes.writeUIntLE(value % 256 ** size, at * size, size));
    const entry = 2 + 12 * index;
    head.writeUInt16LE(number, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(values.length, entry + 4);
    if (bytes.length === 4) bytes.copy(head, entry + 8);
    else {
      head.writeUInt32LE(place, entry + 8);
      parts.push(bytes);
      place += bytes.length;
    }
  });
  return Buffer.concat(parts);
}

/** Makes up a TIFF file of any depth, colour and packing, now and then one whose tags lie, or a bomb. */
export function createTiff(random: Random): Buffer {
  if (happens(random, 0.03)) return tagBomb(random, pick(random, [5000, 100_000, 1_000_000]));
  const { width, height } = drawSize(random);
  const bits = pick(random, [1, 2, 4, 8, 8, 8, 16, 32]);
  const samples = pick(random, [1, 1, 3, 3, 4, 5]);
  const photometric = pick(random, [0, 1, 2, 2, 3, 5, 6, 8]);
  const compression = pick(
    random,
    [1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 8, 32773, 32946, 34892, 34925, 50000],
  );
  const raw = randomBytes(random, Math.ceil((width * bits * samples) / 8) * height);
  const pixels = pack(random, compression, raw);
  const isTiled = happens(random, 0.2);
  const tags: Tag[] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, Array.from({ length: samples }, () => bits)],
    [259, 3, [compression]],
    [262, 3, [photometric]],
    [274, 3, [random.integer(10)]],
    [277, 3, [samples]],
    [284, 3, [pick(random, [1, 1, 1, 2])]],
    ...(happens(random, 0.2) ? ([[317, 3, [2]]] as Tag[]) : []),
    ...(photometric === 3
      ? ([
          [320, 3, Array.from({ length: 3 * 2 ** Math.min(8, bits) }, () => random.integer(65536))],
        ] as Tag[])
      : []),
    ...(isTiled
      ? ([
          [322, 4, [16]],
          [323, 4, [16]],
          [324, 4, [8]],
          [325, 4, [pixels.length]],
        ] as Tag[])
      : ([
          [273, 4, [8]],
          [278, 4, [height]],
          [279, 4, [pixels.length]],
        ] as Tag[])),
    ...(happens(random, 0.1) ? ([[338, 3, [random.integer(3)]]] as Tag[]) : []),
    ...(happens(random, 0.1) ? ([[339, 3, [random.integer(5)]]] as Tag[]) : []),
  ];
  if (happens(random, 0.15)) tags[random.integer(2)][2] = [pick(random, lyingSides)];
  if (happens(random, 0.2)) {
    const [, , values] = pick(random, tags);
    values[random.integer(values.length)] = pick(random, awkwardNumbers);
  }
  if (happens(random, 0.1)) tags.splice(random.integer(tags.length), 1);
  const start = Buffer.from('II*\0\0\0\0\0', 'latin1');
  const directory = 8 + pixels.length;
  start.writeUInt32LE(directory, 4);
  const encoded = encodeDirectory(tags, directory);
  // The offset of the next directory: mostly none, now and then this one again.
  if (happens(random, 0.05)) encoded.writeUInt32LE(directory, 2 + 12 * tags.length);
  return Buffer.concat([start, pixels, encoded]);
}
