import { describe, expect, it } from 'vitest';
import { decodeHalves, encodeHalves, fromFloat16, toFloat16 } from '../../src/numbers/float16';

describe('half precision', () => {
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
    [3 * 2 ** -25, 0x0002], // a tie goes to even
    [1.25 * 2 ** -24, 0x0001],
    [1.75 * 2 ** -24, 0x0002],
    [2 ** -14 - 2 ** -25, 0x0400], // carried into the smallest normal one
    [2 ** -14, 0x0400],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [0.1, 0x2e66],
    [-0.1, 0xae66],
  ])('writes %f as the bits %i', (value, bits) => {
    expect(toFloat16(value)).toBe(bits);
  });

  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x83ff, -1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7c01, NaN],
  ])('reads the bits %i as %f', (bits, value) => {
    expect(fromFloat16(bits)).toBe(value);
  });

  it('keeps what is not a number', () => {
    expect(toFloat16(NaN)).toBe(0x7e00);
  });

  it('writes every number of half precision as itself', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = fromFloat16(bits);
      if (!Number.isNaN(value) && toFloat16(value) !== bits) expect(toFloat16(value)).toBe(bits);
    }
  });

  it('rounds any number to the nearest', () => {
    for (let index = 1; index < 2000; index++) {
      const value = Math.sin(index) * 10 ** ((index % 9) - 5);
      const bits = toFloat16(value);
      const distance = Math.abs(fromFloat16(bits) - value);
      for (const neighbour of [bits - 1, bits + 1]) {
        expect(distance).toBeLessThanOrEqual(Math.abs(fromFloat16(neighbour) - value));
      }
    }
  });
});

describe('bytes of half precision', () => {
  it('hold arrays one after another, the lower byte first', () => {
    const bytes = encodeHalves([Float32Array.of(1, -2), Float32Array.of(0.5)]);
    expect([...bytes]).toEqual([0x00, 0x3c, 0x00, 0xc0, 0x00, 0x38]);
  });

  it('are taken in the order in which they were written', () => {
    const take = decodeHalves(encodeHalves([Float32Array.of(1, -2), Float32Array.of(0.5)]));
    expect([...take(2)]).toEqual([1, -2]);
    expect([...take(1)]).toEqual([0.5]);
    expect([...take(1)]).toEqual([]);
  });

  it.each([Infinity, -Infinity, NaN])('are refused where one is %d', (value) => {
    const bytes = encodeHalves([Float32Array.of(1, value)]);
    expect(() => decodeHalves(bytes)).toThrow(`expected finite numbers, found ${value} at 1`);
  });
});
