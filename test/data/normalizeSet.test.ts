import { describe, expect, it } from 'vitest';
import { sliceDigits, type DigitSet } from '../../src/data/digitSet';
import { loadMnist } from '../../src/data/mnist';
import { normalizeDigit } from '../../src/data/normalizeDigit';
import { normalizeSet } from '../../src/data/normalizeSet';
import { makeStandIn, standIns } from '../../src/data/standIns';
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
});
