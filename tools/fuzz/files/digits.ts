import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readDigitSet, type DigitSet } from '../../../src/digits/digitSet';
import { readDigitTable, type TabledDigits } from '../../../src/digits/digitTable';
import { encodeIdx, readMaybeGzipped } from '../../../src/digits/idx';
import { happens, pick, wholeBetween } from '../../../src/numbers/chance';
import type { Random } from '../../../src/numbers/random';
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

/** The headers that tables of a side have, and none. */
function headersOf(side: number): readonly (readonly string[] | undefined)[] {
  const places = Array.from({ length: side * side }, (_, at) => at);
  return [
    places.map((at) => `pixel${at}`),
    places.map((at) => `pixel${at + 1}`),
    places.map((at) => `${Math.floor(at / side) + 1}x${(at % side) + 1}`),
    undefined,
  ];
}

/** Holds labels against what stands first in the lines of a table; all that is taken for a label is a digit. */
function demandWritten(labels: Uint8Array, table: string): void {
  const lines = table
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.replace(/\r$/, '') !== '');
  const cells = lines.slice(-labels.length).map((line) => line.split(/[,;\t]/)[0]);
  labels.forEach((label, row) => {
    const [, digit] = /^ *"? *0*(\d)(?:\.0*)? *"? *\r?$/.exec(cells[row]) ?? [];
    demand(digit === String(label), `the label ${label} for ${JSON.stringify(cells[row])}`);
  });
}

/** Tables of digits as Kaggle and others have them, gzipped or not. */
export const digitTableKind: FuzzKind = {
  name: 'digit table',
  create: (random) => {
    const side = pick(random, [1, 2, 4, 28]);
    const header = pick(random, headersOf(side));
    const rows = Array.from({ length: wholeBetween(random, [1, 5]) }, () => [
      String(random.integer(10)),
      ...Array.from({ length: side * side }, () => String(random.integer(256))),
    ]);
    const table = header ? [['label', ...header], ...rows] : rows;
    const written = mutateTable(random, table, pick(random, [',', ';', '\t']));
    const packed = happens(random, 0.2) ? gzipSync(written) : written;
    return { 'digits.csv': happens(random, 0.1) ? mutateBytes(random, packed) : packed };
  },
  read: (folder) => {
    const path = join(folder, 'digits.csv');
    const digits = readDigitTable(path);
    demandDigits(digits);
    const table = Buffer.from(readMaybeGzipped(path)).toString();
    const isFirst = !/^[^\n]*[,;\t]"?(label|class|digit|target)"?\s*([,;\t]|$)/im.test(table);
    if (digits.labels && isFirst) demandWritten(digits.labels, table);
  },
};
