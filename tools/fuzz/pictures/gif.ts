import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { randomBytes } from '../mutateBytes';
import { drawSize, lyingSides } from './size';

const u16 = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];

/** Packs codes of nine bits, lowest first. */
function packCodes(codes: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil((codes.length * 9) / 8));
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 9; bit++) {
      const at = index * 9 + bit;
      if (code & (1 << bit)) bytes[at >> 3] |= 1 << (at & 7);
    }
  });
  return bytes;
}

/** Pixels as LZW has them, cleared so often that codes stay at nine bits. */
function lzw(pixels: Uint8Array): Buffer {
  const [clear, end] = [256, 257];
  const codes = [...pixels].flatMap((pixel, at) => (at % 250 === 0 ? [clear, pixel] : [pixel]));
  return packCodes([...codes, end]);
}

function blocks(data: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    parts.push(Uint8Array.of(part.length), part);
  }
  return Buffer.concat([...parts, Uint8Array.of(0)]);
}

function createFrame(random: Random, width: number, height: number): Buffer {
  const [x, y] = happens(random, 0.1) ? [random.integer(70_000), random.integer(60)] : [0, 0];
  const isInterlaced = happens(random, 0.2);
  const side = (true_: number): number =>
    happens(random, 0.07) ? pick(random, lyingSides) : true_;
  const count = width * height - (happens(random, 0.1) ? random.integer(width * height) : 0);
  const control = [0x21, 0xf9, 4, random.integer(32), ...u16(10), random.integer(256), 0];
  return Buffer.concat([
    Uint8Array.from(happens(random, 0.3) ? control : []),
    Uint8Array.of(0x2c, ...u16(x), ...u16(y), ...u16(side(width)), ...u16(side(height))),
    Uint8Array.of(isInterlaced ? 0x40 : 0, happens(random, 0.05) ? random.integer(16) : 8),
    blocks(lzw(randomBytes(random, count))),
  ]);
}

/** Makes up a GIF file of one to three frames, now and then one whose header lies. */
export function createGif(random: Random): Buffer {
  const { width, height } = drawSize(random);
  const screen = (side: number): number => (happens(random, 0.1) ? pick(random, lyingSides) : side);
  const frames = Array.from({ length: wholeBetween(random, [1, 3]) }, () =>
    createFrame(random, width, height),
  );
  return Buffer.concat([
    Buffer.from(pick(random, ['GIF89a', 'GIF87a', 'GIF8zz'])),
    Uint8Array.of(...u16(screen(width)), ...u16(screen(height))),
    Uint8Array.of(happens(random, 0.9) ? 0xf7 : random.integer(256), 0, 0),
    randomBytes(random, 3 * 256),
    Buffer.from(happens(random, 0.2) ? '\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0' : '', 'latin1'),
    ...frames,
    Uint8Array.of(0x3b),
  ]);
}
