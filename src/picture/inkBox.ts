import type { Box } from './box';
import type { Plane } from './picture';

/**
 * The smallest box around all values above a border.
 *
 * @param plane ink in 0..255
 * @param border what still counts as paper
 * @returns undefined where there is no ink
 */
export function inkBox({ width, height, data }: Plane<Uint8Array>, border = 0): Box | undefined {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if (data[at] <= border) continue;
      x0 = Math.min(x0, column);
      y0 = Math.min(y0, row);
      x1 = Math.max(x1, column + 1);
      y1 = Math.max(y1, row + 1);
    }
  }
  return x1 > x0 ? { x0, y0, x1, y1 } : undefined;
}
