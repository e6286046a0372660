import { describe, expect, it } from 'vitest';
import { inkBox } from '../../src/picture/inkBox';
import { plane } from '../textArt';

describe('the box around ink', () => {
  it('holds all of it and no more', () => {
    const digit = plane(`
      ......
      ...#..
      .#....
      ....#.
      ......
    `);
    expect(inkBox(digit)).toEqual({ x0: 1, y0: 1, x1: 5, y1: 4 });
  });

  it('is a single pixel where there is only one', () => {
    expect(inkBox(plane('... ..# ...'))).toEqual({ x0: 2, y0: 1, x1: 3, y1: 2 });
  });

  it('reaches to the borders where ink does', () => {
    expect(inkBox(plane('#.. ..#'))).toEqual({ x0: 0, y0: 0, x1: 3, y1: 2 });
  });

  it('takes the faintest trace for ink unless told otherwise', () => {
    expect(inkBox({ width: 3, height: 1, data: Uint8Array.of(0, 1, 0) })).toEqual({
      x0: 1,
      y0: 0,
      x1: 2,
      y1: 1,
    });
  });

  it('leaves out what is not above the border', () => {
    const faint = { width: 4, height: 1, data: Uint8Array.of(50, 51, 255, 49) };
    expect(inkBox(faint, 50)).toEqual({ x0: 1, y0: 0, x1: 3, y1: 1 });
  });

  it('is missing where there is no ink', () => {
    expect(inkBox(plane('... ...'))).toBeUndefined();
    expect(inkBox(plane('##. .##'), 255)).toBeUndefined();
  });
});
