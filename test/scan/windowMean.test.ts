import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/data/random';
import type { Plane } from '../../src/data/picture';
import { windowMean } from '../../src/scan/windowMean';

const plane = (width: number, values: number[]): Plane<Uint8Array> => ({
  width,
  height: values.length / width,
  data: Uint8Array.from(values),
});

describe('the mean of a window', () => {
  it('covers only what lies inside the plane', () => {
    // prettier-ignore
    const means = windowMean(plane(3, [
      10, 20, 30,
      40, 50, 60,
    ]), 1);
    expect([...means.data]).toEqual([30, 35, 40, 30, 35, 40]);
  });

  it('leaves out the pixels that do not count', () => {
    const means = windowMean(plane(4, [10, 200, 30, 40]), 1, plane(4, [1, 0, 1, 1]));
    expect([...means.data]).toEqual([10, 20, 35, 35]);
  });

  it('is 255 where no pixel of the window counts', () => {
    const means = windowMean(plane(4, [10, 20, 30, 40]), 1, plane(4, [0, 0, 0, 1]));
    expect([...means.data]).toEqual([255, 255, 40, 40]);
  });

  it('is what adding up every window gives, also where the window is larger than the plane', () => {
    const random = createRandom(7);
    for (const [width, height, radius] of [
      [9, 7, 2],
      [5, 12, 4],
      [3, 3, 8],
      [1, 6, 1],
    ]) {
      const values = plane(
        width,
        Array.from({ length: width * height }, () => random.integer(256)),
      );
      const counted = plane(
        width,
        Array.from(values.data, () => random.integer(2)),
      );
      const expected = Array.from(values.data, (_, at) => {
        let [sum, count] = [0, 0];
        values.data.forEach((value, other) => {
          const far =
            Math.abs((at % width) - (other % width)) > radius ||
            Math.abs(Math.floor(at / width) - Math.floor(other / width)) > radius;
          if (far || counted.data[other] === 0) return;
          sum += value;
          count++;
        });
        return count === 0 ? 255 : Math.round(sum / count);
      });
      expect([...windowMean(values, radius, counted).data]).toEqual(expected);
    }
  });
});
