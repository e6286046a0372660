import { describe, expect, it } from 'vitest';
import { cropPicture, cropPlane } from '../../src/picture/crop';

// 1 2 3
// 4 5 6
const plane = { width: 3, height: 2, data: Int32Array.of(1, 2, 3, 4, 5, 6) };

describe('cropping a plane', () => {
  it.each([
    ['keeps what lies in the box', [1, 0, 3, 2], 2, 2, [2, 3, 5, 6]],
    ['takes a single pixel', [1, 1, 2, 2], 1, 1, [5]],
    ['widens parts of pixels to whole ones', [0.9, 0.5, 1.1, 0.6], 2, 1, [1, 2]],
    ['cuts the box off at the upper left', [-5, -5, 2, 1], 2, 1, [1, 2]],
    ['cuts the box off at the lower right', [1, 1, 9, 9], 2, 1, [5, 6]],
    ['keeps all where the box reaches beyond every border', [-1, -1, 4, 3], 3, 2, [...plane.data]],
    ['takes the last column where the box lies to the right', [7, 0, 9, 2], 1, 2, [3, 6]],
    ['takes the first column where the box lies to the left', [-9, 0, -7, 2], 1, 2, [1, 4]],
    ['takes the first row where the box lies above', [0, -9, 3, -7], 3, 1, [1, 2, 3]],
    ['takes the last row where the box lies below', [0, 7, 3, 9], 3, 1, [4, 5, 6]],
  ] as const)('%s', (_, [x0, y0, x1, y1], width, height, values) => {
    const cropped = cropPlane(plane, { x0, y0, x1, y1 });
    expect(cropped).toEqual({ width, height, data: Int32Array.from(values) });
  });

  it('keeps the kind of values', () => {
    const box = { x0: 1, y0: 0, x1: 2, y1: 1 };
    const fractions = { width: 2, height: 1, data: Float32Array.of(0.25, 0.5) };
    expect(cropPlane(fractions, box).data).toEqual(Float32Array.of(0.5));
    const bytes = { width: 2, height: 1, data: Uint8Array.of(8, 9) };
    expect(cropPlane(bytes, box).data).toEqual(Uint8Array.of(9));
  });

  it('makes a copy, even of the whole plane', () => {
    const source = { width: 2, height: 1, data: Uint8Array.of(8, 9) };
    cropPlane(source, { x0: 0, y0: 0, x1: 2, y1: 1 }).data.fill(0);
    expect([...source.data]).toEqual([8, 9]);
  });
});

describe('cropping a picture', () => {
  const picture = {
    width: 2,
    height: 2,
    data: Uint8ClampedArray.of(1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34),
  };

  it.each([
    ['keeps the four values of every pixel', [1, 0, 2, 2], 1, 2, [11, 12, 13, 14, 31, 32, 33, 34]],
    ['cuts the box off at the borders', [-3, 0.5, 1, 9], 1, 2, [1, 2, 3, 4, 21, 22, 23, 24]],
    ['takes the nearest pixel where the box lies outside', [5, 5, 8, 8], 1, 1, [31, 32, 33, 34]],
  ] as const)('%s', (_, [x0, y0, x1, y1], width, height, values) => {
    const cropped = cropPicture(picture, { x0, y0, x1, y1 });
    expect(cropped).toEqual({ width, height, data: Uint8ClampedArray.from(values) });
  });
});
