import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../src/picture/picture';
import { boxInPicture, levelPlane } from '../../../src/reader/page/pose';
import { turns } from '../../../src/picture/quarterTurn';

const [width, height] = [120, 80];
/** Paper with a dark square, 10 pixels wide. */
const square = { x0: 80, y0: 20, x1: 90, y1: 30 };
const picture = {
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x >= square.x0 && x < square.x1 && y >= square.y0 && y < square.y1 ? 20 : 200;
  }),
};

/** The middle of what is dark. */
function darkMiddle({ width: wide, data }: Plane<Uint8Array>): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0];
  data.forEach((value, at) => {
    if (value > 90) return;
    x += (at % wide) + 0.5;
    y += Math.floor(at / wide) + 0.5;
    count++;
  });
  return { x: x / count, y: y / count };
}

describe('levelling a picture', () => {
  it('leaves a level one as it is', () => {
    expect(levelPlane(picture, 0)).toBe(picture);
  });

  it('brings what lies on a falling line to one height', () => {
    const tilt = 20;
    const fall = Math.tan((tilt * Math.PI) / 180);
    const dots = {
      ...picture,
      data: picture.data.map((_, at) => {
        const [x, y] = [at % width, Math.floor(at / width)];
        const isDot = [20, 60, 100].some((dot) => Math.hypot(x - dot, y - 20 - fall * dot) < 4);
        return isDot ? 0 : 200;
      }),
    };
    const levelled = levelPlane(dots, tilt);
    const rows = new Set<number>();
    levelled.data.forEach((value, at) => {
      if (value < 40) rows.add(Math.floor(at / levelled.width));
    });
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(10);
  });

  it.each([-30, -7, 12, 30])(
    'by %i degrees is undone for boxes, whichever way it is turned',
    (tilt) => {
      const levelled = levelPlane(picture, tilt);
      const { x, y } = darkMiddle(levelled);
      for (const turn of turns) {
        // The same place after the levelled picture was turned clockwise.
        const turned = {
          0: { x, y },
          90: { x: levelled.height - y, y: x },
          180: { x: levelled.width - x, y: levelled.height - y },
          270: { x: y, y: levelled.width - x },
        }[turn];
        const box = { x0: turned.x - 5, y0: turned.y - 5, x1: turned.x + 5, y1: turned.y + 5 };
        const found = boxInPicture(box, { tilt, turn }, picture);
        expect((found.x0 + found.x1) / 2).toBeCloseTo(85, 0);
        expect((found.y0 + found.y1) / 2).toBeCloseTo(25, 0);
        expect(found.x1 - found.x0).toBeCloseTo(10, 5);
      }
    },
  );
});
