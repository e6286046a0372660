import { crc32, deflateSync } from 'node:zlib';
import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { mutateBytes, randomBytes } from '../mutateBytes';
import { zlibBomb } from './bomb';
import { drawSize, lyingSides } from './size';

/** The bits of a sample that each type of colour may have: grey, RGB, palette, grey or RGB with opacity. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

function encodeChunk({ name, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Zeros that unpack to much more than any picture of their header has. */
let bomb: Buffer | undefined;
const bombBytes = (): Buffer => (bomb ??= zlibBomb(3e9));

function header(random: Random, width: number, height: number): Buffer {
  const colour = pick(random, [0, 2, 3, 4, 6]);
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([pick(random, depths[colour]), colour, 0, 0, random.integer(2)], 8);
  return data;
}

function pixelBytes(random: Random, ihdr: Buffer): Buffer {
  const [width, height, bits] = [
    ihdr.readUInt32BE(0),
    ihdr.readUInt32BE(4),
    ihdr[8] * samples[ihdr[9]],
  ];
  const rowBytes = (columns: number): number =>
    columns > 0 ? 1 + Math.ceil((columns * bits) / 8) : 0;
  // The passes of Adam7, or the one of a picture without them: where each starts, and its steps.
  const passes = ihdr[12] === 0 ? [[0, 0, 1, 1]] : adam7;
  const length = passes.reduce((sum, [x, y, across, down]) => {
    const rows = Math.max(0, Math.ceil((height - y) / down));
    return sum + rows * rowBytes(Math.max(0, Math.ceil((width - x) / across)));
  }, 0);
  const value = random.integer(4) === 0 ? random.integer(256) : 0;
  return Buffer.alloc(length, value);
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

function extras(random: Random): Chunk[] {
  const text = (words: string): Buffer => Buffer.from(words, 'latin1');
  const all: readonly Chunk[] = [
    { name: 'tEXt', data: text(`Comment\0${'x'.repeat(random.integer(100))}`) },
    { name: 'zTXt', data: Buffer.concat([text('Comment\0\0'), deflateSync(Buffer.alloc(9999))]) },
    { name: 'iCCP', data: Buffer.concat([text('profile\0\0'), randomBytes(random, 40)]) },
    { name: 'eXIf', data: Buffer.concat([text('MM\0*\0\0\0\b'), randomBytes(random, 30)]) },
    { name: 'gAMA', data: randomBytes(random, 4) },
    { name: 'tRNS', data: randomBytes(random, pick(random, [1, 2, 6, 20])) },
    { name: 'acTL', data: Buffer.from('0000000200000000', 'hex') },
    { name: 'fdAT', data: randomBytes(random, 30) },
  ];
  return all.filter(() => happens(random, 0.15));
}

/** Makes up a PNG file of any depth and colour, now and then one whose header lies, or a bomb. */
export function createPng(random: Random): Buffer {
  const { width, height } = drawSize(random);
  const ihdr = header(random, width, height);
  const isBomb = happens(random, 0.01);
  const data = isBomb ? bombBytes() : deflateSync(pixelBytes(random, ihdr));
  if (happens(random, 0.15)) ihdr.writeUInt32BE(pick(random, lyingSides), 4 * random.integer(2));
  if (happens(random, 0.05)) ihdr.writeUInt32BE(8000, 0);
  const cut = isBomb ? data.length : random.integer(data.length);
  const palette = { name: 'PLTE', data: randomBytes(random, 3 * wholeBetween(random, [1, 256])) };
  const second = Buffer.from(ihdr);
  second.writeUInt32BE(20_000, 0);
  second.writeUInt32BE(20_000, 4);
  const chunks: Chunk[] = [
    { name: 'IHDR', data: ihdr },
    ...(happens(random, 0.03) ? [{ name: 'IHDR', data: second }] : []),
    ...(ihdr[9] === 3 && happens(random, 0.9) ? [palette] : []),
    ...extras(random),
    { name: 'IDAT', data: data.subarray(0, cut) },
    { name: 'IDAT', data: data.subarray(cut) },
    ...(happens(random, 0.95) ? [{ name: 'IEND', data: Buffer.alloc(0) }] : []),
  ];
  if (happens(random, 0.4)) {
    const at = random.integer(chunks.length);
    // Inside a chunk, so that its checksum holds.
    const changes: (() => unknown)[] = [
      () => chunks.splice(at, 1, { ...chunks[at], data: mutateBytes(random, chunks[at].data) }),
      () => chunks.splice(at, 1),
      () => chunks.splice(at, 0, chunks[at]),
    ];
    if (!isBomb) pick(random, changes)();
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks.map(encodeChunk)]);
}
