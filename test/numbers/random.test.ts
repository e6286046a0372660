import { describe, expect, it } from 'vitest';
import { shuffle, shuffledBatches } from '../../src/numbers/shuffledBatches';
import { createRandom, createStream } from '../../src/numbers/random';

describe('the stream of random numbers', () => {
  it('is the same for the same seed, and another for another', () => {
    const take = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('never changes, so that a seed means the same training for ever', () => {
    const random = createRandom(1);
    expect(Array.from({ length: 6 }, () => random.integer(1000))).toMatchInlineSnapshot(`
      [
        468,
        435,
        397,
        414,
        471,
        386,
      ]
    `);
  });

  it('has the mean and spread of its distributions', () => {
    const random = createRandom(3);
    const numbers = Array.from({ length: 20_000 }, () => [random.uniform(), random.normal()]);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
    const [uniform, normal] = [numbers.map(([a]) => a), numbers.map(([, b]) => b)];
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
  });

  it('forks into streams that differ', () => {
    const random = createRandom(3);
    expect(random.fork().uniform()).not.toBe(random.fork().uniform());
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => createRandom(0.5)).toThrow('a seed must be a whole number, found 0.5');
  });
});

describe('shuffling', () => {
  it('keeps every value and reaches every order about equally often', () => {
    const random = createRandom(5);
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round++) {
      const order = shuffle(Uint32Array.of(0, 1, 2), random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('deals every index into one batch, the last one shorter', () => {
    const batches = shuffledBatches(10, 4, createRandom(1));
    expect(batches.map(({ length }) => length)).toEqual([4, 4, 2]);
    expect(batches.flatMap((batch) => [...batch]).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('refuses a batch size below 1', () => {
    expect(() => shuffledBatches(10, 0, createRandom(1))).toThrow('found 0');
  });
});

describe('one of many streams of a seed', () => {
  const first = (seed: number, place: number): number => createStream(seed, place, 100).uniform();

  it('is the same for the same seed and place, and differs from all others', () => {
    const places = Array.from({ length: 100 }, (_, place) => place);
    const numbers = [1, 2].flatMap((seed) => places.map((place) => first(seed, place)));
    expect(first(2, 7)).toBe(numbers[107]);
    expect(new Set(numbers).size).toBe(200);
  });

  it.each([-1, 100, NaN])('does not exist at place %d of 100', (place) => {
    expect(() => createStream(1, place, 100)).toThrow(
      `expected one of 100 random streams, found number ${place}`,
    );
  });

  it('is refused where large seeds could not be told apart', () => {
    expect(() => createStream(2 ** 50, 0, 100)).toThrow('a seed must be a whole number');
  });
});
