import { describe, expect, it } from 'vitest';
import { darkestChannel } from '../../../../src/picture/localContrast';
import {
  createPyramid,
  closerLevels,
  levelsBetween,
} from '../../../../src/reader/page/search/pyramid';
import { greyPicture } from '../../../textArt';

const plain = (width: number, height: number): ReturnType<typeof darkestChannel> =>
  darkestChannel(greyPicture(width, height, () => 200));

describe('the pyramid of a picture', () => {
  it('has steps of the root of two, from 1400 pixels at most to 20 at least', () => {
    const levels = createPyramid(plain(2800, 400));
    expect(levels[0].contrast.width).toBe(1400);
    expect(levels.at(-1)!.contrast.width).toBeGreaterThanOrEqual(20);
    expect(levels.at(-1)!.contrast.width).toBeLessThan(29);
    levels.slice(1).forEach(({ scale }, at) => {
      expect(levels[at].scale / scale).toBeCloseTo(Math.SQRT2, 6);
    });
  });

  it('enlarges small pictures twice, not more', () => {
    expect(createPyramid(plain(60, 50))[0].contrast).toMatchObject({ width: 120, height: 100 });
  });

  it('has one level for a picture of one pixel', () => {
    expect(createPyramid(plain(1, 1))).toHaveLength(1);
  });

  it('has closer levels as far as the picture has more to show', () => {
    const closer = (side: number, scale: number): number[] =>
      closerLevels(plain(side, 40), scale).map(({ contrast }) => contrast.width);
    expect(closer(5600, 0.25)).toEqual([2800, 1980]);
    expect(closer(2000, 0.7)).toEqual([2000]);
    expect(closer(1400, 1)).toEqual([]);
    expect(closer(300, 2)).toEqual([]);
  });

  it('has levels between its own, but for pictures of a few pixels', () => {
    const page = plain(2800, 400);
    const levels = createPyramid(page);
    levelsBetween(page, levels[0].scale).forEach(({ scale }, at) => {
      expect(levels[at].scale / scale).toBeCloseTo(2 ** 0.25, 6);
    });
    expect(levelsBetween(plain(10, 8), 2)).toEqual([]);
  });
});
