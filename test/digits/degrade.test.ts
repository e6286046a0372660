import { describe, expect, it } from 'vitest';
import { degradations, degrade, type Degradation } from '../../src/digits/degrade';
import { sliceDigits, type DigitSet } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import type { Plane } from '../../src/picture/picture';
import { createRandom } from '../../src/numbers/random';
import { art, plane, trimmed } from '../textArt';

const square = plane(`
  ........
  .######.
  .######.
  .######.
  .######.
  .######.
  .######.
  ........`);

function damaged({ apply }: Degradation, strength: number, seed: number): Plane<Uint8Array> {
  return { ...square, data: apply(square, strength, createRandom(seed)) };
}

/** What becomes of the square for many seeds, each outcome once. */
function outcomes(degradation: Degradation, strength: number): string[] {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  return [...new Set(seeds.map((seed) => art(damaged(degradation, strength, seed))))];
}

const sum = (values: Uint8Array): number => values.reduce((a, b) => a + b, 0);

describe('a blur', () => {
  const dot = { width: 9, height: 7, data: new Uint8Array(63) };
  dot.data[3 * 9 + 4] = 255;
  const spread = degradations.blur.apply(dot, 1);

  it('spreads ink as a Gaussian does, alike in all directions', () => {
    const across = [...spread.subarray(3 * 9, 4 * 9)];
    expect(across).toEqual([...across].reverse());
    // exp(-x²/2) / √(2π) along each axis.
    const expected = (x: number, y: number): number =>
      (255 * Math.exp(-(x ** 2 + y ** 2) / 2)) / (2 * Math.PI);
    expect(Math.abs(spread[3 * 9 + 4] - expected(0, 0))).toBeLessThan(1);
    expect(Math.abs(spread[3 * 9 + 6] - expected(2, 0))).toBeLessThan(1);
    expect(Math.abs(spread[5 * 9 + 4] - expected(0, 2))).toBeLessThan(1);
    expect(Math.abs(spread[4 * 9 + 5] - expected(1, 1))).toBeLessThan(1);
  });

  it('does not carry ink around the border', () => {
    const edge = { ...dot, data: new Uint8Array(63).fill(255, 0, 9) };
    const blurred = degradations.blur.apply(edge, 1);
    expect(blurred.subarray(4 * 9).every((ink) => ink === 0)).toBe(true);
    expect(blurred[4]).toBeLessThan(255);
  });
});

describe('noise', () => {
  it('has the deviation it says, and stays in the range of ink', () => {
    const grey = { width: 100, height: 100, data: new Uint8Array(10_000).fill(128) };
    const values = Array.from(degradations.noise.apply(grey, 0.1, createRandom(1)));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(128, -0.5);
    expect(Math.sqrt(variance) / 255).toBeCloseTo(0.1, 2);
    // A value that wrapped around would be as likely as any other.
    const white = { ...grey, data: new Uint8Array(10_000) };
    const atPaper = degradations.noise.apply(white, 0.1, createRandom(1));
    expect(atPaper.filter((ink) => ink === 0).length).toBeGreaterThan(4_000);
    expect(atPaper.every((ink) => ink < 160)).toBe(true);
  });
});

describe('a gap', () => {
  it('erases a band of its width somewhere across the ink, along either axis', () => {
    const found = outcomes(degradations.gap, 2);
    // Five places for two of six lines, in both directions.
    expect(found).toHaveLength(10);
    expect(found).toContain(
      trimmed(`
        ........
        ........
        ........
        .######.
        .######.
        .######.
        .######.
        ........`),
    );
    expect(found).toContain(
      trimmed(`
        ........
        .##..##.
        .##..##.
        .##..##.
        .##..##.
        .##..##.
        .##..##.
        ........`),
    );
  });

  it('erases everything where it is wider than the ink', () => {
    expect(sum(damaged(degradations.gap, 9, 1).data)).toBe(0);
  });
});

describe('fading', () => {
  it('leaves a share of the ink', () => {
    expect(new Set(damaged(degradations.fading, 0.8, 1).data)).toEqual(new Set([0, 51]));
  });
});

describe('cropping', () => {
  it('cuts a share of the ink off at any of the four sides', () => {
    const found = outcomes(degradations.cropping, 0.5);
    expect(found).toHaveLength(4);
    expect(found).toContain(
      trimmed(`
        ........
        .###....
        .###....
        .###....
        .###....
        .###....
        .###....
        ........`),
    );
  });
});

describe.each(Object.entries<Degradation>(degradations))('%s', (_, degradation) => {
  it('changes nothing at strength 0, and more and more at rising ones', async () => {
    expect(damaged(degradation, 0, 1)).toEqual(square);
    const digits = sliceDigits((await loadMnist()).train, 55_000, 55_200);
    const changes = [0, ...degradation.strengths].map((strength) => {
      const { images } = degrade(digits, degradation, strength, createRandom(1));
      return images.reduce((total, ink, at) => total + Math.abs(ink - digits.images[at]), 0);
    });
    expect(changes[0]).toBe(0);
    for (let level = 1; level < changes.length; level++) {
      expect(changes[level]).toBeGreaterThan(changes[level - 1]);
    }
  });

  it('is the same for the same seed, keeps the labels and leaves the digits as they are', () => {
    const set: DigitSet = {
      ...{ count: 2, width: 8, height: 8, labels: Uint8Array.of(7, 0) },
      images: Uint8Array.from([...square.data, ...new Uint8Array(64)]),
    };
    const before = set.images.slice();
    const [strength] = degradation.strengths;
    const result = degrade(set, degradation, strength, createRandom(5));
    expect(result).toEqual(degrade(set, degradation, strength, createRandom(5)));
    expect(result).toMatchObject({ count: 2, width: 8, height: 8, labels: set.labels });
    expect(set.images).toEqual(before);
  });
});
