import { expect, it } from 'vitest';
import { brightInk } from '../../src/digits/brightInk';
import type { DigitSet } from '../../src/digits/digitSet';

const setOf = (...images: number[]): DigitSet => ({
  count: 1,
  width: images.length,
  height: 1,
  images: Uint8Array.from(images),
  labels: Uint8Array.of(3),
});

it('dark ink on bright paper becomes bright ink on dark', () => {
  expect(brightInk(setOf(255, 255, 0, 200))).toEqual(setOf(0, 0, 255, 55));
});

it('bright ink on dark stays', () => {
  const digits = setOf(0, 0, 255, 10);
  expect(brightInk(digits)).toBe(digits);
});
