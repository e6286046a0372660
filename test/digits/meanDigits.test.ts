import { expect, it } from 'vitest';
import type { DigitSet } from '../../src/digits/digitSet';
import { firstOfEachClass, meanDigits } from '../../src/digits/meanDigits';

const set: DigitSet = {
  count: 3,
  width: 2,
  height: 1,
  images: Uint8Array.of(0, 100, 255, 0, 101, 50),
  labels: Uint8Array.of(7, 0, 7),
};

it('the mean of each class is that of its digits, paper where there is none', () => {
  const { count, images, labels } = meanDigits(set);
  expect(count).toBe(10);
  expect([...labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([...images.subarray(0, 2)]).toEqual([255, 0]);
  expect([...images.subarray(14, 16)]).toEqual([51, 75]);
  expect([...images.subarray(2, 14)].every((ink) => ink === 0)).toBe(true);
});

it('the first digits of each class come class after class', () => {
  const labels = Uint8Array.of(1, 0, 1, 1, 0, 9);
  expect(firstOfEachClass({ labels }, 2)).toEqual([1, 4, 0, 2, 5]);
});
