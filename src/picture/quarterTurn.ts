import type { Box } from './box';
import type { Plane } from './picture';

/** Degrees to turn a page clockwise so that it stands upright. */
export type Turn = 0 | 90 | 180 | 270;

/** All ways a page can lie. */
export const turns: readonly Turn[] = [0, 90, 180, 270];

/** Turns a plane clockwise. */
export function turnPlane(plane: Plane<Float32Array>, turn: Turn): Plane<Float32Array> {
  if (turn === 0) return plane;
  const { width, height, data } = plane;
  const [wide, high] = turn === 180 ? [width, height] : [height, width];
  // Where the turned plane's first value is, and the steps along its rows and columns.
  const [first, alongRow, alongColumn] = {
    90: [(height - 1) * width, -width, 1],
    180: [height * width - 1, -1, -width],
    270: [width - 1, width, -1],
  }[turn];
  const turned = new Float32Array(data.length);
  for (let row = 0, target = 0; row < high; row++) {
    let source = first + row * alongColumn;
    for (let column = 0; column < wide; column++, source += alongRow)
      turned[target++] = data[source];
  }
  return { width: wide, height: high, data: turned };
}

/**
 * Turns a box of a turned picture back.
 *
 * @param turn how far the picture was turned clockwise
 * @param width of the picture before it was turned, in pixels
 * @param height of the picture before it was turned, in pixels
 */
export function turnBoxBack(
  { x0, y0, x1, y1 }: Box,
  turn: Turn,
  width: number,
  height: number,
): Box {
  switch (turn) {
    case 0:
      return { x0, y0, x1, y1 };
    case 90:
      return { x0: y0, y0: height - x1, x1: y1, y1: height - x0 };
    case 180:
      return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
    case 270:
      return { x0: width - y1, y0: x0, x1: width - y0, y1: x1 };
  }
}

/**
 * Turns a box along with its picture.
 *
 * @param turn how far the picture is turned clockwise
 * @param width of the picture before it is turned, in pixels
 * @param height of the picture before it is turned, in pixels
 */
export function turnBox(box: Box, turn: Turn, width: number, height: number): Box {
  const rest = ((360 - turn) % 360) as Turn;
  return turn % 180 === 0
    ? turnBoxBack(box, rest, width, height)
    : turnBoxBack(box, rest, height, width);
}
