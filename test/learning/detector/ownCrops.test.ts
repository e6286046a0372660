import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import type { Box } from '../../../src/picture/box';
import type { KnownPage } from '../../../src/learning/knownPage';
import { cutOwnCrop, mixOwnCrops } from '../../../src/learning/detector/ownCrops';
import { CROP_SIDE, type TrainingCrop } from '../../../src/learning/detector/trainingCrop';

const [WIDTH, HEIGHT] = [400, 300];
const digit = { digit: 7, box: { x0: 100, y0: 90, x1: 120, y1: 120 } };

/** A page whose contrast is 100 in its digits and 0 elsewhere. */
function pageOf(digits: KnownPage['digits'], ignored: readonly Box[] = []): KnownPage {
  const data = new Int8Array(WIDTH * HEIGHT);
  for (const { box } of digits) {
    for (let y = box.y0; y < box.y1; y++) data.fill(100, WIDTH * y + box.x0, WIDTH * y + box.x1);
  }
  const contrast = { width: WIDTH, height: HEIGHT, data };
  return { levels: [{ scale: 1, contrast }], digits, ignored };
}

describe("a crop of a page of one's own", () => {
  it('has its digits where they stand', () => {
    for (let seed = 0; seed < 20; seed++) {
      const crop = cutOwnCrop(pageOf([digit]), createRandom(seed));
      expect(crop.digits).toHaveLength(1);
      const { x0, y0, x1, y1 } = crop.digits[0].box;
      expect([x1 - x0, y1 - y0]).toEqual([20, 30]);
      expect(crop.contrast[CROP_SIDE * y0 + x0]).toBe(100);
      expect(crop.contrast[CROP_SIDE * (y1 - 1) + x1 - 1]).toBe(100);
      expect(crop.contrast[CROP_SIDE * (y1 - 1) + x1]).toBe(0);
    }
  });

  it('leaves open what it cuts off and what is a little too large, and what the page leaves open', () => {
    const large = { digit: 3, box: { x0: 200, y0: 80, x1: 240, y1: 130 } };
    const open = { x0: 150, y0: 90, x1: 170, y1: 120 };
    const page = pageOf([digit, large], [open]);
    for (let seed = 0; seed < 20; seed++) {
      const { digits, ignored } = cutOwnCrop(page, createRandom(seed));
      expect(digits.map(({ digit: value }) => value)).toEqual([7]);
      const [x, y] = [100 - digits[0].box.x0, 90 - digits[0].box.y0];
      expect(ignored[0]).toEqual({ x0: 150 - x, y0: 90 - y, x1: 170 - x, y1: 120 - y });
      expect(ignored.length).toBe(200 - x < CROP_SIDE ? 2 : 1);
    }
  });

  it('is filled up with paper where the page is smaller', () => {
    const data = new Int8Array(50 * 40).fill(9);
    const small = { scale: 1, contrast: { width: 50, height: 40, data } };
    const { contrast } = cutOwnCrop({ levels: [small], digits: [], ignored: [] }, createRandom(1));
    expect(contrast).toHaveLength(CROP_SIDE ** 2);
    expect(contrast.filter((value) => value === 9)).toHaveLength(50 * 40);
  });
});

it("half of the crops are of one's own pages, the same for the same numbers", async () => {
  const madeUp: TrainingCrop = {
    contrast: new Int8Array(CROP_SIDE ** 2),
    digits: [],
    ignored: [],
  };
  const made = {
    make: (_: number, count: number) =>
      Promise.resolve(Array.from({ length: count }, () => madeUp)),
    stop: () => Promise.resolve(),
  };
  const mixed = mixOwnCrops(made, [pageOf([digit])], 1);
  const crops = await mixed.make(0, 200);
  const own = crops.filter((crop) => crop !== madeUp);
  expect(own.length).toBeGreaterThan(70);
  expect(own.length).toBeLessThan(130);
  expect(await mixed.make(100, 100)).toEqual(crops.slice(100));
});
