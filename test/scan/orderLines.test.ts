import { describe, expect, it } from 'vitest';
import { orderLines } from '../../src/scan/orderLines';
import type { Box } from '../../src/data/picture';

const box = (x: number, y: number, height = 20): Box => ({
  x0: x,
  y0: y,
  x1: x + 10,
  y1: y + height,
});

describe('reading order', () => {
  it('goes from left to right and from top to bottom', () => {
    const boxes = [box(40, 50), box(20, 0), box(0, 52), box(0, 3), box(20, 49)];
    expect(orderLines(boxes)).toEqual([
      [3, 1],
      [2, 4, 0],
    ]);
  });

  it('follows a line that slopes by more than its height', () => {
    const falling = Array.from({ length: 6 }, (_, place) => box(20 * place, 8 * place));
    const below = falling.map(({ x0, y0 }) => box(x0, y0 + 30));
    expect(orderLines([...falling, ...below])).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
  });

  it('keeps lines apart whose digits reach a little into each other', () => {
    expect(orderLines([box(0, 0), box(20, 14, 30), box(40, 0), box(60, 14)])).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('keeps a small digit in the line of its large neighbours', () => {
    expect(orderLines([box(0, 0, 60), box(20, 45, 15), box(40, 0, 60)])).toEqual([[0, 1, 2]]);
  });

  it('has no lines where there are no boxes', () => {
    expect(orderLines([])).toEqual([]);
  });
});
