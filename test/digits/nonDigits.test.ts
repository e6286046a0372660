import { describe, expect, it } from 'vitest';
import { drawNonDigits, nonDigits } from '../../src/digits/nonDigits';
import { createRandom } from '../../src/numbers/random';

const share = (images: Uint8Array): number =>
  images.filter((ink) => ink > 127).length / images.length;

describe('what shows no digit', () => {
  it('is drawn as often as asked for, the same for the same seed', () => {
    for (const kind of Object.keys(nonDigits) as (keyof typeof nonDigits)[]) {
      const images = drawNonDigits(kind, 3, createRandom(1));
      expect(images.length).toBe(3 * 784);
      expect(images).toEqual(drawNonDigits(kind, 3, createRandom(1)));
    }
  });

  it('is what it is called', () => {
    expect(share(drawNonDigits('empty paper', 1, createRandom(1)))).toBe(0);
    expect(share(drawNonDigits('filled square', 1, createRandom(1)))).toBe(400 / 784);
    expect(share(drawNonDigits('noise', 50, createRandom(1)))).toBeCloseTo(0.5, 2);
  });

  it('a scribble has about the ink of a digit, and is always another', () => {
    const images = drawNonDigits('scribble', 100, createRandom(1));
    // MNIST's digits have 13 %.
    expect(share(images)).toBeGreaterThan(0.08);
    expect(share(images)).toBeLessThan(0.2);
    const different = new Set(
      Array.from({ length: 100 }, (_, at) => images.subarray(at * 784, (at + 1) * 784).join()),
    );
    expect(different.size).toBe(100);
  });
});
