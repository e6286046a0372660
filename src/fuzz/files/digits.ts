import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readDigitSet, type DigitSet } from '../../digits/digitSet';
import { readDigitTable, type TabledDigits } from '../../digits/digitTable';
import { encodeIdx } from '../../digits/idx';
import { happens, pick, wholeBetween } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { demand, type FuzzKind } from '../fuzzKind';
import { awkwardNumbers, mutateBytes, randomBytes } from '../mutateBytes';
import { mutateTable } from '../mutateTable';

function demandDigits({ count, width, height, images, labels }: TabledDigits | DigitSet): void {
  demand(images.length === count * width * height, `${images.length} pixels of ${count} digits`);
  if (labels === undefined) return;
  demand(labels.length === count, `${labels.length} labels of ${count} digits`);
  demand(
    labels.every((label) => label <= 9),
    'a label above 9',
  );
}

/** Zeros that unpack to more than may be held. */
let bomb: Buffer | undefined;
function bombBytes(): Buffer {
  if (bomb) return bomb;
  // Members one after another, as gzip files may be joined.
  const zeros = gzipSync(Buffer.alloc(64e6), { level: 9 });
  return (bomb = Buffer.concat(Array.from({ length: 50 }, () => zeros)));
}

function createIdx(random: Random, shape: readonly number[], values: Uint8Array): Buffer {
  const whole = Buffer.from(encodeIdx({ shape, data: values }));
  if (happens(random, 0.2)) {
    whole.writeUInt32BE(pick(random, awkwardNumbers), 4 * wholeBetween(random, [0, shape.length]));
  }
  const plain = happens(random, 0.4) ? mutateBytes(random, whole) : whole;
  if (happens(random, 0.5)) return plain;
  if (happens(random, 0.02)) return bombBytes();
  const packed = gzipSync(plain);
  return happens(random, 0.4) ? mutateBytes(random, packed) : packed;
}

/** A pair of IDX files, gzipped or not, bombs among them. */
export const idxKind: FuzzKind = {
  name: 'idx',
  create: (random) => {
    const [count, side] = [random.integer(5), random.integer(9)];
    const labels = Uint8Array.from({ length: count }, () => random.integer(10));
    return {
      'images.idx': createIdx(
        random,
        [count, side, side],
        randomBytes(random, count * side * side),
      ),
      'labels.idx': createIdx(random, [count], labels),
    };
  },
  read: (folder) => {
    demandDigits(readDigitSet(join(folder, 'images.idx'), join(folder, 'labels.idx')));
  },
};

/** A table of digits as Kaggle has them. */
export const digitTableKind: FuzzKind = {
  name: 'digit table',
  create: (random) => {
    const pixels = pick(random, [1, 4, 16, 784]);
    const names = Array.from({ length: pixels }, (_, at) => `pixel${at}`);
    const rows = Array.from({ length: random.integer(5) }, () => [
      String(random.integer(10)),
      ...names.map(() => String(random.integer(256))),
    ]);
    return { 'digits.csv': mutateTable(random, [['label', ...names], ...rows]) };
  },
  read: (folder) => {
    demandDigits(readDigitTable(join(folder, 'digits.csv')));
  },
};
