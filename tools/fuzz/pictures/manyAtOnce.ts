import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pick, wholeBetween } from '../../../src/numbers/chance';
import { encodeJpeg } from '../../../src/picture/file/encodeJpeg';
import { encodePng } from '../../../src/picture/file/encodePng';
import { readPicture } from '../../../src/picture/file/readPicture';
import { WrongAnswer, type FuzzKind } from '../fuzzKind';

/** Good pictures, small and large, that are read at once: each must be read. */
export const manyAtOnceKind: FuzzKind = {
  name: 'many at once',
  create: (random) => {
    const count = wholeBetween(random, [2, 8]);
    const pictures = Array.from({ length: count }, (_, index) => {
      const side = pick(random, [8, 300, 1500]);
      const data = new Uint8ClampedArray(4 * side * side).fill(255);
      const picture = { width: side, height: side, data };
      return random.integer(2) === 0
        ? ([`${index}.png`, encodePng(picture, 'photo')] as const)
        : ([`${index}.jpg`, encodeJpeg(picture, 80)] as const);
    });
    return Object.fromEntries(pictures);
  },
  read: async (folder) => {
    const files = readdirSync(folder).map((name) => join(folder, name));
    await Promise.all(files.map(readPicture)).catch((error: unknown) => {
      throw new WrongAnswer(`a good picture was refused: ${(error as Error).message}`);
    });
  },
};
