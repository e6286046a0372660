import type { Box, Plane } from './picture';

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

/**
 * Brings the ink of a digit to a number of pixels.
 *
 * @param plane ink in 0..255
 * @param side pixels along the longer side of the ink, at least 1
 * @param isStretched whether the shorter side gets as many, so that the aspect is lost
 * @returns undefined where there is no ink
 */
export function resampleToSide(
  plane: Plane<Uint8Array>,
  side: number,
  isStretched: boolean,
): Plane<Float32Array> | undefined {
  // A faint rim of the strokes does not count.
  const box = inkBox(plane, 25);
  if (!box) return undefined;
  const [boxWidth, boxHeight] = [box.x1 - box.x0, box.y1 - box.y0];
  const scale = side / Math.max(boxWidth, boxHeight);
  const width = isStretched ? side : Math.max(1, Math.round(boxWidth * scale));
  const height = isStretched ? side : Math.max(1, Math.round(boxHeight * scale));
  return { width, height, data: resampleArea(plane, box, width, height) };
}

/**
 * Resamples a box of a plane so that each new pixel is the mean of the area it covers.
 *
 * @param plane values of any range
 * @param box inside the plane, not empty
 * @param width pixels a row of the result, at least 1
 * @param height rows of the result, at least 1
 * @returns [height, width]
 */
export function resampleArea(
  plane: Plane<Uint8Array>,
  box: Box,
  width: number,
  height: number,
): Float32Array {
  const columnStep = (box.x1 - box.x0) / width;
  const rowStep = (box.y1 - box.y0) / height;
  const result = new Float32Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    const [top, bottom] = [box.y0 + row * rowStep, box.y0 + (row + 1) * rowStep];
    for (let column = 0; column < width; column++, at++) {
      const [left, right] = [box.x0 + column * columnStep, box.x0 + (column + 1) * columnStep];
      let sum = 0;
      for (let y = Math.floor(top); y < Math.min(Math.ceil(bottom), box.y1); y++) {
        const covered = Math.min(y + 1, bottom) - Math.max(y, top);
        for (let x = Math.floor(left); x < Math.min(Math.ceil(right), box.x1); x++) {
          const share = covered * (Math.min(x + 1, right) - Math.max(x, left));
          sum += share * plane.data[y * plane.width + x];
        }
      }
      result[at] = sum / (columnStep * rowStep);
    }
  }
  return result;
}
