import { describe, expect, it } from 'vitest';
import { sliceDigits, type DigitSet } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import { normalizeDigit } from '../../src/digits/normalizeDigit';
import { normalizeSet } from '../../src/digits/normalizeSet';
import { makeStandIn, standIns } from '../../src/digits/standIns';
import { art, plane, trimmed } from '../textArt';

const ring = plane(`
  .......
  .####..
  .#..#..
  .####..
  .......
  .......`);
const set = (images: Uint8Array): DigitSet => ({
  count: 1,
  width: ring.width,
  height: ring.height,
  images,
  labels: Uint8Array.of(0),
});
const expected = normalizeDigit(ring);

describe('normalising a set of digits', () => {
  it("brings digits of any size to MNIST's form, with their labels", () => {
    expect(normalizeSet(set(ring.data))).toEqual({ ...set(expected), width: 28, height: 28 });
  });

  it.each([
    ['dark ink on light paper', (ink: number) => 255 - ink],
    ['ink that is never full', (ink: number) => ink / 16],
    ['paper that is never empty', (ink: number) => 55 + ink / 2],
  ])('sees the same digit in %s', (_, shade) => {
    const { images } = normalizeSet(set(ring.data.map(shade)));
    images.forEach((ink, pixel) => {
      expect(Math.abs(ink - expected[pixel])).toBeLessThanOrEqual(3);
    });
  });

  it('gives an empty image where there is no ink', () => {
    expect(normalizeSet(set(new Uint8Array(42))).images).toEqual(new Uint8Array(784));
  });

  it("leaves MNIST's own digits as they are, but for a few", async () => {
    const digits = sliceDigits((await loadMnist()).train, 0, 2_000);
    const { images } = normalizeSet(digits);
    const differing = new Set<number>();
    images.forEach((ink, at) => {
      if (Math.abs(ink - digits.images[at]) > 1) differing.add(Math.floor(at / 784));
    });
    expect(differing.size).toBeLessThanOrEqual(2);
  });
});

describe("a stand-in for other people's digits", () => {
  it('is stretched to fill its square, or keeps its aspect', () => {
    const stretched = makeStandIn(set(ring.data), { ...standIns.binary16, side: 4 });
    expect(art({ width: 4, height: 4, data: stretched.images })).toBe(
      trimmed(`
        ####
        #..#
        #..#
        ####`),
    );
    const upright = makeStandIn(set(ring.data), { ...standIns.grey8, side: 4 });
    expect(art({ width: 4, height: 4, data: upright.images })).toBe(
      trimmed(`
        ####
        #..#
        ####
        ....`),
    );
  });

  it('has as many shades as it says', async () => {
    const digits = sliceDigits((await loadMnist()).train, 0, 100);
    for (const standIn of Object.values(standIns)) {
      const { images, width, labels } = makeStandIn(digits, standIn);
      expect(width).toBe(standIn.side);
      expect(new Set(images).size).toBeLessThanOrEqual(standIn.levels);
      expect(labels).toEqual(digits.labels);
    }
  });

  it('is written anew where it says so, the same way each time', async () => {
    const digits = sliceDigits((await loadMnist()).train, 0, 200);
    const { images } = makeStandIn(digits, standIns.abroad8);
    expect(makeStandIn(digits, standIns.abroad8).images).toEqual(images);
    // Flags, feet and bars take ink beside the stem.
    const columnsOf = (set: Uint8Array, digit: number): number => {
      const wide = Array.from({ length: digits.count }, (_, index) => index)
        .filter((index) => digits.labels[index] === digit)
        .map((index) => {
          const image = set.subarray(index * 64, (index + 1) * 64);
          return new Set([...image.keys()].filter((at) => image[at] > 60).map((at) => at % 8)).size;
        });
      return wide.reduce((sum, columns) => sum + columns, 0) / wide.length;
    };
    const usual = makeStandIn(digits, standIns.grey8).images;
    expect(columnsOf(images, 1)).toBeGreaterThan(columnsOf(usual, 1) + 0.4);
  });
});
