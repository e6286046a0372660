import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numbers/random';
import { STRIP_HEIGHT } from '../../../src/reader/line/strip';
import { varyStrip } from '../../../src/learning/line/varyStrip';

/** A strip with a bar of ink, 4 columns wide and 24 rows high. */
const bar = {
  width: 64,
  text: '1',
  contrast: Int8Array.from({ length: STRIP_HEIGHT * 64 }, (_, at) => {
    const [row, column] = [Math.floor(at / 64), at % 64];
    return row >= 12 && row < 36 && column >= 30 && column < 34 ? 127 : 0;
  }),
};
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('a strip that is met again', () => {
  it('keeps its size', () => {
    const { width, height, data } = varyStrip(bar, createRandom(1));
    expect([width, height, data.length]).toEqual([64, STRIP_HEIGHT, 64 * STRIP_HEIGHT]);
  });

  it('is the same of the same random numbers, and another of others', () => {
    const once = varyStrip(bar, createRandom(1));
    expect(varyStrip(bar, createRandom(1))).toEqual(once);
    expect(varyStrip(bar, createRandom(2))).not.toEqual(once);
  });

  it('shows its ink about where it was, and as dark', () => {
    for (const seed of seeds) {
      const { data } = varyStrip(bar, createRandom(seed));
      const ink = [...data.keys()].filter((at) => data[at] > 2);
      const middle = ink.reduce((sum, at) => sum + (at % 64), 0) / ink.length;
      expect(ink.length).toBeGreaterThan(40);
      expect(ink.length).toBeLessThan(350);
      expect(middle).toBeGreaterThan(22);
      expect(middle).toBeLessThan(38);
    }
  });

  it('is noisy or hidden in part at times', () => {
    const varied = seeds.map((seed) => varyStrip(bar, createRandom(seed)).data);
    const isNoisy = (data: Float32Array): boolean => data[0] !== 0 && data[0] !== data[64];
    const isHidden = (data: Float32Array): boolean =>
      Array.from({ length: 64 }, (_, column) => column).some(
        (column) =>
          data[column] !== 0 &&
          Array.from({ length: STRIP_HEIGHT }, (__, row) => data[row * 64 + column]).every(
            (value) => value === data[column],
          ),
      );
    for (const has of [isNoisy, isHidden]) {
      expect(varied.some(has)).toBe(true);
      expect(varied.every(has)).toBe(false);
    }
  });
});
