import { describe, expect, it } from 'vitest';
import { turnUpright } from '../../../src/picture/file/turnUpright';
import { greyPicture } from '../../textArt';

// 1 2 3
// 4 5 6
const stored = greyPicture(3, 2, (column, row) => 1 + column + 3 * row);

function rows(orientation: number): string[] {
  const { width, height, data } = turnUpright(stored, orientation);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => data[(row * width + column) * 4]).join(''),
  );
}

describe('turning a picture upright', () => {
  it.each([
    [1, ['123', '456']],
    [2, ['321', '654']],
    [3, ['654', '321']],
    [4, ['456', '123']],
    [5, ['14', '25', '36']],
    [6, ['41', '52', '63']],
    [7, ['63', '52', '41']],
    [8, ['36', '25', '14']],
  ])('follows orientation %i of EXIF', (orientation, expected) => {
    expect(rows(orientation)).toEqual(expected);
  });

  it('takes an orientation that EXIF does not know for upright', () => {
    expect(turnUpright(stored, 0)).toBe(stored);
    expect(turnUpright(stored, 9)).toBe(stored);
  });

  it('keeps the picture opaque', () => {
    const { data } = turnUpright(stored, 6);
    expect(data.filter((_, at) => at % 4 === 3)).toEqual(new Uint8ClampedArray(6).fill(255));
  });
});
