import { describe, expect, it } from 'vitest';
import { resamplePlane } from '../../src/picture/resample';

const plane = (width: number, values: number[]): Parameters<typeof resamplePlane>[0] => ({
  width,
  height: values.length / width,
  data: Float32Array.from(values),
});

const rounded = (values: Float32Array): number[] =>
  Array.from(values, (value) => Math.round(value * 1000) / 1000);

describe('resampling a plane', () => {
  it('leaves it as it is where the size stays', () => {
    const values = [1, 2, 3, 4, 5, 6];
    expect(rounded(resamplePlane(plane(3, values), 3, 2).data)).toEqual(values);
  });

  it('takes the mean of the area that each new value covers', () => {
    const small = resamplePlane(plane(4, [0, 4, 8, 8, 4, 8, 8, 8]), 2, 1);
    expect(rounded(small.data)).toEqual([4, 8]);
    const third = resamplePlane(plane(3, [0, 3, 6]), 2, 1);
    expect(rounded(third.data)).toEqual([1, 5]);
  });

  it('keeps an even slope even when it grows', () => {
    const large = resamplePlane(plane(8, [0, 2, 4, 6, 8, 10, 12, 14]), 16, 1);
    expect(rounded(large.data).slice(4, 12)).toEqual([3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5]);
  });

  it('keeps a plain plane plain, at any size', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 9],
      [40, 2],
    ]) {
      const { data } = resamplePlane(plane(5, new Array<number>(35).fill(7)), width, height);
      expect(new Set(rounded(data))).toEqual(new Set([7]));
    }
  });

  it('takes a plane of one value', () => {
    expect(rounded(resamplePlane(plane(1, [5]), 2, 2).data)).toEqual([5, 5, 5, 5]);
  });
});
