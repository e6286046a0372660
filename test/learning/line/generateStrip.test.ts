import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { createDigitPool, type DigitPool } from '../../../src/pages/hand/digitPool';
import { loadPageFonts } from '../../../src/pages/text/pageFonts';
import { SYMBOLS } from '../../../src/reader/line/alphabet';
import { fits, generateStrip, quantized } from '../../../src/learning/line/generateStrip';

let pool: DigitPool;
beforeAll(async () => {
  pool = createDigitPool(sliceDigits((await loadMnist()).train, 0, 200), loadPageFonts());
});

describe('a strip to learn from', () => {
  it('is the same of the same random numbers, and another of others', () => {
    const once = generateStrip(pool, createRandom(1));
    expect(generateStrip(pool, createRandom(1))).toEqual(once);
    expect(generateStrip(pool, createRandom(2))).not.toEqual(once);
  });

  it('has a size, a text and ink that a line reader can learn from', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { width, contrast, text } = generateStrip(pool, createRandom(seed));
      expect(width % 4).toBe(0);
      expect(width).toBeLessThanOrEqual(512);
      expect(contrast).toHaveLength(48 * width);
      expect(Array.from(text).every((symbol) => SYMBOLS.includes(symbol))).toBe(true);
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
      expect(fits({ width, text })).toBe(true);
      // Ink is more than 0, and lies farther from paper than anything else.
      const cubes = contrast.reduce((sum, value) => sum + value ** 3, 0);
      expect(cubes).toBeGreaterThan(0);
    }
  });
});

it.each([
  ['12', 8, true],
  ['123', 8, false],
  ['11', 8, false],
  ['11', 12, true],
  ['1 1', 12, true],
  ['', 8, true],
])('%j fits on %d pixels: %j', (text, width, expected) => {
  expect(fits({ width, text })).toBe(expected);
});

it('contrast of -4 to 4 becomes bytes of -127 to 127', () => {
  expect(quantized(Float32Array.of(-4, -1, 0, 2, 4))).toEqual(Int8Array.of(-127, -32, 0, 64, 127));
});
