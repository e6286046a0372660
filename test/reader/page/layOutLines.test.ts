import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/picture/box';
import { createRandom } from '../../../src/numbers/random';
import { layOutLines } from '../../../src/reader/page/layOutLines';

const at = (x: number, y: number, height = 20): Box => ({
  x0: x - 0.35 * height,
  y0: y - height / 2,
  x1: x + 0.35 * height,
  y1: y + height / 2,
});

/** Boxes of lines of digits, whose middles a function places. */
function boxesOf(
  lines: number,
  digits: number,
  place: (line: number, digit: number) => [x: number, y: number],
): Box[] {
  return Array.from({ length: lines * digits }, (_, index) =>
    at(...place(Math.floor(index / digits), index % digits)),
  );
}

const inOrder = (lines: number, digits: number): number[][] =>
  Array.from({ length: lines }, (_, line) =>
    Array.from({ length: digits }, (__, digit) => line * digits + digit),
  );

describe('laying out lines', () => {
  it('reads from left to right and from top to bottom', () => {
    const boxes = [at(50, 60), at(20, 10), at(20, 62), at(50, 12)];
    expect(layOutLines(boxes).lines).toEqual([
      [1, 3],
      [2, 0],
    ]);
  });

  it('takes lines whose digits jump up and down', () => {
    const random = createRandom(3);
    const boxes = boxesOf(4, 12, (line, digit) => [
      20 + 24 * digit,
      40 * line + 12 * (random.uniform() - 0.5),
    ]);
    expect(layOutLines(boxes).lines).toEqual(inOrder(4, 12));
  });

  it('follows lines that wave', () => {
    const boxes = boxesOf(3, 30, (line, digit) => [
      25 * digit,
      45 * line + 14 * Math.sin(digit / 4),
    ]);
    expect(layOutLines(boxes).lines).toEqual(inOrder(3, 30));
  });

  it.each([-14, -6, 3, 10, 18])('follows lines that fall by %i degrees, and says so', (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const boxes = boxesOf(5, 14, (line, digit) => [26 * digit, 42 * line + slope * 26 * digit]);
    const layout = layOutLines(boxes);
    expect(layout.lines).toEqual(inOrder(5, 14));
    expect(layout.slope).toBeCloseTo(slope, 2);
  });

  it('keeps numbers of one line together, however far apart', () => {
    const boxes = [at(10, 20), at(30, 21), at(700, 19), at(720, 20), at(10, 70), at(710, 71)];
    expect(layOutLines(boxes).lines).toEqual([
      [0, 1, 2, 3],
      [4, 5],
    ]);
  });

  it('takes a small digit for the line of its large neighbour', () => {
    expect(layOutLines([at(20, 40, 60), at(70, 45, 25)]).lines).toEqual([[0, 1]]);
  });

  it('gives no lines where there are no boxes', () => {
    expect(layOutLines([])).toEqual({ slope: 0, lines: [] });
  });
});
