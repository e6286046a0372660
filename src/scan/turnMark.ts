import type { Mark } from './findMarks';
import type { Box, Plane } from '../data/picture';

/** Degrees to turn a page clockwise so that it stands upright. */
export type Turn = 0 | 90 | 270;

/**
 * Turns a mark together with its page.
 *
 * @returns the turned mark; its box is measured from where the page's corner came to lie, so that
 *   its numbers may be negative
 */
export function turnMark(mark: Mark, turn: Turn): Mark {
  return turn === 0 ? mark : { box: turnBox(mark.box, turn), ink: turnPlane(mark.ink, turn) };
}

function turnBox({ x0, y0, x1, y1 }: Box, turn: 90 | 270): Box {
  return turn === 90 ? { x0: -y1, y0: x0, x1: -y0, y1: x1 } : { x0: y0, y0: -x1, x1: y1, y1: -x0 };
}

function turnPlane(plane: Plane<Uint8Array>, turn: 90 | 270): Plane<Uint8Array> {
  const { width, height } = plane;
  const data = new Uint8Array(width * height);
  for (let row = 0, at = 0; row < width; row++) {
    for (let column = 0; column < height; column++, at++) {
      data[at] =
        turn === 90
          ? plane.data[(height - 1 - column) * width + row]
          : plane.data[column * width + width - 1 - row];
    }
  }
  return { width: height, height: width, data };
}
