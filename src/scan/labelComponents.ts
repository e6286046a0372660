import type { Box, Plane } from '../data/picture';

/** A connected piece of ink. */
export interface Component extends Box {
  /** Its number in the plane of labels, from 1. */
  readonly label: number;
  /** Pixels of ink. */
  readonly area: number;
}

/** The connected pieces of ink of a plane. */
export interface Components {
  /** The label of the piece that each pixel belongs to, 0 for none. */
  readonly labels: Plane<Int32Array>;
  /** The pieces in the order of their first pixels; `pieces[i].label` is `i + 1`. */
  readonly pieces: readonly Component[];
}

/**
 * Finds the pieces of ink that are connected across sides or corners, by flooding each from its
 * first pixel; the time is linear in the pixels.
 *
 * @param mask nonzero is ink
 */
export function labelComponents(mask: Plane<Uint8Array>): Components {
  const { width, height, data } = mask;
  const labels = new Int32Array(width * height);
  const pieces: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || labels[start] !== 0) continue;
    const label = pieces.length + 1;
    let [x0, y0, x1, y1, area] = [width, height, 0, 0, 0];
    labels[start] = label;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const row = Math.floor(at / width);
      const column = at - row * width;
      area++;
      x0 = Math.min(x0, column);
      y0 = Math.min(y0, row);
      x1 = Math.max(x1, column + 1);
      y1 = Math.max(y1, row + 1);
      const lastRow = Math.min(row + 1, height - 1);
      const lastColumn = Math.min(column + 1, width - 1);
      for (let y = Math.max(row - 1, 0); y <= lastRow; y++) {
        for (let x = Math.max(column - 1, 0); x <= lastColumn; x++) {
          const neighbour = y * width + x;
          if (data[neighbour] === 0 || labels[neighbour] !== 0) continue;
          labels[neighbour] = label;
          stack.push(neighbour);
        }
      }
    }
    pieces.push({ label, area, x0, y0, x1, y1 });
  }
  return { labels: { width, height, data: labels }, pieces };
}
