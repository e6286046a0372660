import { describe, expect, it } from 'vitest';
import { layOnPaper } from '../../src/picture/layOnPaper';
import { shrinkPicture } from '../../src/picture/shrink';
import { greyPicture } from '../textArt';

describe('shrinking a picture', () => {
  it('takes the mean of every square, also of those that the edges cut', () => {
    // 0 10 20 | 30 40
    // 0 10 20 | 30 40
    const { width, height, data } = shrinkPicture(
      greyPicture(5, 2, (column) => 10 * column),
      3,
    );
    expect({ width, height, data: [...data] }).toEqual({
      width: 2,
      height: 1,
      data: [10, 10, 10, 255, 35, 35, 35, 255],
    });
  });

  it('keeps the colours apart', () => {
    const data = Uint8ClampedArray.of(200, 0, 0, 255, 0, 100, 0, 255);
    expect([...shrinkPicture({ width: 2, height: 1, data }, 2).data]).toEqual([100, 50, 0, 255]);
  });

  it('leaves a picture alone by factor 1', () => {
    const picture = greyPicture(3, 3, () => 9);
    expect(shrinkPicture(picture, 1)).toBe(picture);
  });
});

describe('laying a picture on paper', () => {
  it('mixes each colour with white by its opacity', () => {
    const data = Uint8ClampedArray.of(100, 0, 255, 51, 7, 8, 9, 0, 7, 8, 9, 255);
    expect([...layOnPaper({ width: 3, height: 1, data }).data]).toEqual([
      224, 204, 255, 255, 255, 255, 255, 255, 7, 8, 9, 255,
    ]);
  });
});
