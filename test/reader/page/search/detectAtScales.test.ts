import { expect, it } from 'vitest';
import type { Plane } from '../../../../src/picture/picture';
import type { DetectDigits } from '../../../../src/reader/detector/detector';
import { detectAtScales } from '../../../../src/reader/page/search/detectAtScales';
import type { Level } from '../../../../src/reader/page/search/pyramid';

/** Finds a digit of 20 by 30 pixels to the right of and below every pixel of 1. */
const find: DetectDigits = ({ width, data }) =>
  Promise.resolve(
    [...data.keys()]
      .filter((at) => data[at] === 1)
      .map((at) => {
        const [x, y] = [at % width, Math.floor(at / width)];
        return {
          box: { x0: x, y0: y, x1: x + 20, y1: y + 30 },
          score: 0.9,
          probabilities: new Float32Array(10),
        };
      }),
  );

const everywhere = (): undefined => undefined;

function levelWith(scale: number, [x, y]: readonly [number, number]): Level {
  const contrast: Plane<Float32Array> = {
    width: 400,
    height: 300,
    data: new Float32Array(400 * 300),
  };
  contrast.data[400 * y + x] = 1;
  return { scale, contrast };
}

it('what is seen at a level is told in pixels of the picture', async () => {
  const [seen] = await detectAtScales([levelWith(0.5, [100, 40])], 0, find, everywhere);
  expect(seen).toMatchObject({ scale: 0.5, box: { x0: 200, y0: 80, x1: 240, y1: 140 } });
});

it('a part of the levels is looked at, with what lies around it', async () => {
  const level = levelWith(0.5, [100, 140]);
  const sizes: number[][] = [];
  const watch: DetectDigits = (plane) => {
    sizes.push([plane.width, plane.height]);
    return find(plane);
  };
  const within = { x0: 180, y0: 260, x1: 260, y1: 360 };
  const [seen] = await detectAtScales([level], 0, watch, () => within);
  expect(sizes).toEqual([[40 + 2 * 64, 50 + 2 * 64]]);
  expect(seen.box).toEqual({ x0: 200, y0: 280, x1: 240, y1: 340 });
});

it('a part is one of the turned picture', async () => {
  // Turned clockwise by 90 degrees, what was 140 from the top is 300 - 140 from the right.
  const level = levelWith(1, [100, 140]);
  const [whole] = await detectAtScales([level], 90, find, everywhere);
  const [within] = await detectAtScales([level], 90, find, () => ({
    x0: 150,
    y0: 90,
    x1: 180,
    y1: 130,
  }));
  expect(within.box).toEqual(whole.box);
  expect(whole.box).toMatchObject({ x0: 300 - 1 - 140, y0: 100 });
});
