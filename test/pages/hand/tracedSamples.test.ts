import { expect, it } from 'vitest';
import type { DigitSet } from '../../../src/digits/digitSet';
import { penWriters } from '../../../src/pages/hand/penWriters';
import { traceSamples } from '../../../src/pages/hand/tracedSamples';

/** A 1 of three pixels' width in 28 by 28, thrice, and an empty image. */
const ones: DigitSet = {
  count: 4,
  width: 28,
  height: 28,
  images: Uint8Array.from({ length: 4 * 784 }, (_, at) => {
    const [image, row, column] = [Math.floor(at / 784), Math.floor((at % 784) / 28), at % 28];
    return image < 3 && row >= 4 && row < 24 && column >= 13 && column < 16 ? 255 : 0;
  }),
  labels: Uint8Array.of(1, 1, 1, 1),
};

it('the way of the pen is traced, and the digits are dealt out among writers', () => {
  const samples = traceSamples(ones, 'forms', 2);
  expect(samples.map(({ writer, label }) => [writer, label])).toEqual([
    ['forms-0', '1'],
    ['forms-1', '1'],
    ['forms-0', '1'],
  ]);
  const [[stroke]] = samples.map(({ strokes }) => strokes);
  const heights = stroke.map(([, y]) => y);
  expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(900);
  const widths = stroke.map(([x]) => x);
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(100);
});

it('what was traced is read as recorded handwriting is', () => {
  const writers = penWriters(traceSamples(ones, 'forms', 2));
  expect(writers.map(({ digits }) => digits.map(({ length }) => length))).toEqual([
    [0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
});
