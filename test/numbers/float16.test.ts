import { expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from '../../src/numbers/float16';

/** The number that sixteen bits of half precision mean, by IEEE 754. */
function meaningOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

it.each([
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65520, 0x7c00],
  [1e9, 0x7c00],
  [-Infinity, 0xfc00],
  [2 ** -24, 0x0001],
  [2 ** -25, 0x0000],
  [2 ** -14, 0x0400],
  [1 + 2 ** -11, 0x3c00], // a tie goes to even
  [1 + 3 * 2 ** -11, 0x3c02],
  [0.1, 0x2e66],
])('%f becomes the bits %i', (value, bits) => {
  expect(toFloat16(value)).toBe(bits);
});

it('every sixteen bits become the number that they mean', () => {
  for (let bits = 0; bits < 0x10000; bits++) expect(fromFloat16(bits)).toBe(meaningOf(bits));
});

it('not a number stays not a number', () => {
  expect(fromFloat16(toFloat16(NaN))).toBeNaN();
});

it('every number of half precision stays itself', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const value = fromFloat16(bits);
    if (!Number.isNaN(value) && toFloat16(value) !== bits) expect(toFloat16(value)).toBe(bits);
  }
});

it('any number goes to the nearest of half precision', () => {
  for (let index = 1; index < 2000; index++) {
    const value = Math.sin(index) * 10 ** ((index % 9) - 5);
    const bits = toFloat16(value);
    const distance = Math.abs(fromFloat16(bits) - value);
    for (const neighbour of [bits - 1, bits + 1]) {
      expect(distance).toBeLessThanOrEqual(Math.abs(fromFloat16(neighbour) - value));
    }
  }
});
