import { describe, expect, it } from 'vitest';
import { turnBoxBack, turnPlane, turns } from '../../src/picture/quarterTurn';

// 1 2 3
// 4 5 6
const plane = { width: 3, height: 2, data: Float32Array.of(1, 2, 3, 4, 5, 6) };

describe('turning a plane', () => {
  it.each([
    [0, 3, [1, 2, 3, 4, 5, 6]],
    [90, 2, [4, 1, 5, 2, 6, 3]],
    [180, 3, [6, 5, 4, 3, 2, 1]],
    [270, 2, [3, 6, 2, 5, 1, 4]],
  ] as const)('by %i degrees goes clockwise', (turn, width, values) => {
    const turned = turnPlane(plane, turn);
    expect(turned.width).toBe(width);
    expect([...turned.data]).toEqual(values);
  });

  it.each(turns)('by %i degrees is undone by turning boxes back', (turn) => {
    const turned = turnPlane(plane, turn);
    const at = turned.data.indexOf(6);
    const [column, row] = [at % turned.width, Math.floor(at / turned.width)];
    const box = { x0: column, y0: row, x1: column + 1, y1: row + 1 };
    expect(turnBoxBack(box, turn, 3, 2)).toEqual({ x0: 2, y0: 1, x1: 3, y1: 2 });
  });
});
