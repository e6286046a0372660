import { happens, pick } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
import { randomBytes } from '../mutateBytes';
import { drawSize, lyingSides } from './size';

/** Makes up a BMP file of any depth, packed or not, now and then one whose header lies. */
export function createBmp(random: Random): Buffer {
  const { width, height } = drawSize(random);
  const bits = pick(random, [1, 4, 8, 16, 24, 32]);
  const header = Buffer.alloc(54);
  const palette = randomBytes(random, bits <= 8 ? 4 * 2 ** bits : 0);
  const pixels = randomBytes(random, Math.ceil((width * bits) / 32) * 4 * height);
  header.write('BM');
  header.writeUInt32LE(54 + palette.length + pixels.length, 2);
  header.writeUInt32LE(54 + palette.length, 10);
  header.writeUInt32LE(happens(random, 0.9) ? 40 : pick(random, [0, 12, 108, 124]), 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(happens(random, 0.2) ? -height : height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(happens(random, 0.95) ? bits : random.integer(65), 28);
  header.writeUInt32LE(happens(random, 0.6) ? 0 : random.integer(7), 30);
  if (happens(random, 0.15)) {
    header.writeUInt32LE(pick(random, lyingSides), pick(random, [18, 22]));
  }
  if (happens(random, 0.1))
    header.writeUInt32LE(pick(random, lyingSides), pick(random, [2, 10, 46]));
  return Buffer.concat([header, palette, pixels]);
}
