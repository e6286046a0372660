import { pick, wholeBetween } from '../../src/numbers/chance';
import type { Random } from '../../src/numbers/random';

/** Numbers at which readers stumble: borders of types, and sizes that no picture has. */
export const awkwardNumbers = [
  ...[0, 1, 2, 7, 127, 128, 255, 256, 8000, 30_000, 32_767, 32_768, 50_000, 65_535, 65_536],
  ...[100_000, 2 ** 24, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1],
] as const;

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

/** Random bytes. */
export function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.integer(256)));
}

/** A stretch of bytes, at most so many. */
function stretch(random: Random, { length }: Buffer, most: number): [start: number, end: number] {
  const start = random.integer(length + 1);
  return [start, Math.min(length, start + random.integer(most + 1))];
}

function overwritten(bytes: Buffer, at: number, by: Uint8Array): Buffer {
  const changed = Buffer.from(bytes);
  changed.set(by.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
  return changed;
}

function awkwardBytes(random: Random): Buffer {
  const bytes = Buffer.alloc(pick(random, [2, 4]));
  const number = pick(random, awkwardNumbers) % 256 ** bytes.length;
  if (random.integer(2) === 0) bytes.writeUIntBE(number, 0, bytes.length);
  else bytes.writeUIntLE(number, 0, bytes.length);
  return bytes;
}

const mutations: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const at = random.integer(bytes.length);
    return overwritten(bytes, at, Uint8Array.of(bytes[at] ^ (1 << random.integer(8))));
  },
  function setByte(bytes, random) {
    const value = pick(random, [0, 1, 0x7f, 0x80, 0xff, random.integer(256)]);
    return overwritten(bytes, random.integer(bytes.length), Uint8Array.of(value));
  },
  function setNumber(bytes, random) {
    return overwritten(bytes, random.integer(bytes.length), awkwardBytes(random));
  },
  // Headers stand at the start, and most of what they say decides how much is allocated.
  function setNumberInHead(bytes, random) {
    return overwritten(bytes, random.integer(Math.min(bytes.length, 64)), awkwardBytes(random));
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random.integer(bytes.length));
  },
  function remove(bytes, random) {
    const [start, end] = stretch(random, bytes, 64);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeat(bytes, random) {
    const [start, end] = stretch(random, bytes, 256);
    return join(bytes.subarray(0, end), bytes.subarray(start));
  },
  function insert(bytes, random) {
    const at = random.integer(bytes.length + 1);
    const inserted = randomBytes(random, wholeBetween(random, [1, 16]));
    return join(bytes.subarray(0, at), inserted, bytes.subarray(at));
  },
  function copyWithin(bytes, random) {
    const [start, end] = stretch(random, bytes, 64);
    return overwritten(
      bytes,
      random.integer(bytes.length),
      Buffer.from(bytes.subarray(start, end)),
    );
  },
];

/**
 * Damages bytes in one to eight places.
 *
 * @param bytes are left as they are
 */
export function mutateBytes(random: Random, bytes: Uint8Array): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  for (let left = wholeBetween(random, [1, 8]); left > 0 && mutated.length > 0; left--) {
    mutated = pick(random, mutations)(mutated, random);
  }
  return mutated;
}
