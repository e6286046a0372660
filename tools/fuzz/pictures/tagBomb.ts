import { pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';

/**
 * A TIFF structure, as EXIF has it, too, with very many tags that all claim the same bytes.
 *
 * @param most bytes that it takes at most
 */
export function tagBomb(random: Random, most: number): Buffer {
  const count = wholeBetween(random, [100, Math.min(65_535, Math.floor(most / 16))]);
  const shared = most - 10 - 12 * count;
  const bytes = Buffer.alloc(most);
  bytes.write('II*\0\x08\0\0\0', 'latin1');
  bytes.writeUInt16LE(count, 8);
  const isSame = random.integer(2) === 0;
  for (let index = 0, at = 10; index < count; index++, at += 12) {
    // Width and height first, so that it is taken for a picture.
    const tag = index < 2 ? 256 + index : isSame ? pick(random, [273, 274, 279]) : 1000 + index;
    const size = index < 2 ? 1 : pick(random, [1, 2, 4]);
    bytes.writeUInt16LE(tag & 0xffff, at);
    bytes.writeUInt16LE({ 1: 1, 2: 3, 4: 4 }[size]!, at + 2);
    bytes.writeUInt32LE(index < 2 ? 1 : Math.floor(shared / size), at + 4);
    bytes.writeUInt32LE(index < 2 ? 16 : 10 + 12 * count, at + 8);
  }
  return bytes;
}
