import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { findSpaces } from '../../../src/reader/page/findSpaces';

/** Boxes 20 high, with their middles at these places. */
const at = (...middles: number[]): Box[] =>
  middles.map((x) => ({ x0: x - 6, y0: 0, x1: x + 6, y1: 20 }));

/** A line as text, with a dot for each digit. */
const text = (boxes: readonly Box[]): string =>
  findSpaces(boxes)
    .map((isSpace) => (isSpace ? ' .' : '.'))
    .join('');

describe('spaces in a line', () => {
  it('stand where the gap is far wider than the others', () => {
    expect(text(at(0, 16, 60, 75, 91))).toBe('.. ...');
  });

  it('are none in a number whose digits stand unevenly', () => {
    expect(text(at(0, 16, 38, 52, 74, 90))).toBe('......');
  });

  it('are none beside a slender digit', () => {
    const boxes = at(0, 20, 40);
    boxes[1] = { ...boxes[1], x0: 19, x1: 21 };
    expect(text(boxes)).toBe('...');
  });

  it('are none between the cells of a form', () => {
    expect(text(at(0, 31, 62, 93))).toBe('....');
  });

  it('stand between digits that are all far apart', () => {
    expect(text(at(0, 60, 125))).toBe('. . .');
  });

  it('are none before the first digit', () => {
    expect(text(at(500))).toBe('.');
  });
});
