/** A seeded stream of random numbers: the one source of chance in this project. */
export interface Random {
  /** A number in [0, 1). */
  uniform(): number;
  /** A number from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** A whole number in [0, limit). */
  integer(limit: number): number;
  /** A new independent stream, decided by this one's next number. */
  fork(): Random;
}

/**
 * Creates the stream of random numbers that belongs to a seed.
 *
 * The generator is sfc32 by Chris Doty-Humphrey (PractRand), 128 bits of state; equal seeds give
 * equal streams on every machine.
 *
 * @param seed any safe whole number; all of its bits count
 * @throws RangeError where the seed is not a whole number
 */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`a seed must be a whole number, found ${seed}`);
  }
  // Signed integers, which JavaScript engines keep without allocating; the bits are those of unsigned ones.
  let a = 0;
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11) | 0;
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // The first numbers still resemble the seed.
  for (let round = 0; round < 12; round++) next();

  const uniform = (): number => next() / 2 ** 32;
  return {
    uniform,
    // Box and Muller (1958); 1 - u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    integer: (limit) => Math.floor(uniform() * limit),
    fork: () => createRandom(next()),
  };
}

/**
 * Creates one of many independent streams of a seed: equal seeds and places give equal streams, all others differ.
 *
 * @param seed a whole number from 0
 * @param place which of the streams; a whole number from 0
 * @param count how many there may be; all users of one seed ask for the same number
 * @throws RangeError where there is no such place, or the streams of large seeds could not be told apart
 */
export function createStream(seed: number, place: number, count: number): Random {
  if (!(place >= 0 && place < count)) {
    throw new RangeError(`expected one of ${count} random streams, found number ${place}`);
  }
  return createRandom(seed * count + place);
}
