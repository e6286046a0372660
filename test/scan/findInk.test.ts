import { describe, expect, it } from 'vitest';
import { findInk } from '../../src/scan/findInk';
import type { Picture } from '../../src/data/picture';
import { art, drawn, greyPicture, plane, trimmed } from '../textArt';

const two = `
  ............
  ............
  ....###.....
  ...#...#....
  .......#....
  ......#.....
  ....##......
  ...#........
  ...#####....
  ............
  ............
  ............`;

/** Where the contrast is more than half of all light. */
function inkOf(picture: Picture): string {
  const { contrast } = findInk(picture);
  return art({ ...contrast, data: contrast.data.map((value) => (value > 127 ? 1 : 0)) });
}

describe('ink', () => {
  it('is found where it is darker than the paper', () => {
    const picture = drawn(two, { ink: 40, paper: 220 });
    expect(inkOf(picture)).toBe(trimmed(two));
    expect(findInk(picture).darker).toBe(true);
  });

  it('is found where it is lighter than the paper', () => {
    const picture = drawn(two, { ink: 230, paper: 20 });
    expect(inkOf(picture)).toBe(trimmed(two));
    expect(findInk(picture).darker).toBe(false);
  });

  it.each([
    ['red', [200, 20, 30], 'bright', 230],
    ['green', [20, 140, 40], 'bright', 230],
    ['blue', [30, 40, 200], 'bright', 230],
    ['yellow', [250, 220, 30], 'dark', 30],
    ['blue', [40, 60, 240], 'dark', 30],
  ])('is found in %s%.0s on %s paper', (_name, colour, _kind, paper) => {
    const picture = drawn(two, { paper });
    const ink = plane(two).data;
    ink.forEach((strength, at) => {
      if (strength > 0) picture.data.set(colour, at * 4);
    });
    expect(inkOf(picture)).toBe(trimmed(two));
  });

  it('has the same contrast in the light as in the shadow', () => {
    // The light falls from 250 to 50; ink takes six tenths of it.
    const light = (column: number): number => 250 - column;
    const isInk = (column: number, row: number): boolean => column % 40 < 4 && row > 10 && row < 50;
    const picture = greyPicture(200, 60, (column, row) =>
      isInk(column, row) ? 0.4 * light(column) : light(column),
    );
    const { contrast, noise } = findInk(picture);
    for (let column = 41; column < 199; column++) {
      const value = contrast.data[30 * 200 + column];
      if (isInk(column, 30)) expect(Math.abs(value / 255 - 0.6)).toBeLessThan(0.05);
      else expect(value).toBeLessThan(26);
    }
    expect(noise).toBeLessThan(26);
  });

  it('is not found on bare paper', () => {
    const { contrast, noise } = findInk(greyPicture(20, 20, () => 180));
    expect(Math.max(...contrast.data)).toBe(0);
    expect(noise).toBe(0);
  });

  it('is looked for in a single pixel without failing', () => {
    expect([...findInk(greyPicture(1, 1, () => 0)).contrast.data]).toEqual([0]);
  });
});
