import type { PixelBox, StrokeRaster } from './rasterizeStroke';
import { extentOf, type Stroke } from './stroke';

/**
 * Finds how much of every pixel a filled shape covers: exactly the area inside of its closed lines, which
 * is summed up line by line from the pixels' right sides (Levien, "Inside the fastest font renderer in the
 * world", 2016).
 *
 * @param raster what is written to, inside the returned box only: `inside` is the covered part less a half,
 *   `across` is 0, `along` runs from left to right
 * @param contours closed lines in pixels, whose widths do not matter; holes run the other way round
 * @returns the box of all pixels that may be touched; undefined where the shape lies outside the picture
 */
export function rasterizeShape(
  { width, height, inside, across, along }: StrokeRaster,
  contours: readonly Stroke[],
): PixelBox | undefined {
  const extent = extentOf(contours);
  const left = Math.max(0, Math.floor(extent.left));
  const top = Math.max(0, Math.floor(extent.top));
  const right = Math.min(width, Math.ceil(extent.right) + 1);
  const bottom = Math.min(height, Math.ceil(extent.bottom) + 1);
  if (!(left < right && top < bottom)) return undefined;
  for (let y = top; y < bottom; y++) inside.fill(0, y * width + left, y * width + right);

  // A line that goes down through a row covers of that row what lies to the right of it, one that goes up takes
  // it away: how that changes from pixel to pixel is added up, and summed when all lines are there.
  const addLine = (x0: number, y0: number, x1: number, y1: number): void => {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [upperX, upperY, lowerX, lowerY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (lowerX - upperX) / (lowerY - upperY);
    const last = Math.min(bottom, lowerY);
    for (let row = Math.max(top, Math.floor(upperY)); row < last; row++) {
      const from = Math.max(row, upperY);
      const to = Math.min(row + 1, lowerY);
      const a = upperX + (from - upperY) * slope;
      const b = upperX + (to - upperY) * slope;
      addStep(row, Math.min(a, b), Math.max(a, b), direction * (to - from));
    }
  };
  const addStep = (row: number, from: number, to: number, step: number): void => {
    const line = row * width;
    if (from >= right) return;
    if (to <= left) {
      inside[line + left] += step;
      return;
    }
    const first = Math.max(left, Math.floor(from));
    if (from >= left && to <= first + 1) {
      const uncovered = (from + to) / 2 - first;
      inside[line + first] += step * (1 - uncovered);
      if (first + 1 < right) inside[line + first + 1] += step * uncovered;
      return;
    }
    let before = 0;
    for (let x = first; x < right; x++) {
      // Of this pixel is covered what lies right of the line: all of it beside the line's way up to here, ...
      const entry = Math.max(x, from);
      const passed = Math.min(1, (entry - from) / (to - from));
      // ... and beside its way through this pixel the part from its middle on.
      const reach = Math.min(x + 1, to);
      const through = entry < reach ? (reach - entry) / (to - from) : 0;
      const covered = passed + through * (x + 1 - (entry + reach) / 2);
      inside[line + x] += step * (covered - before);
      before = covered;
      if (x >= to) break;
    }
  };

  for (const points of contours) {
    const end = points.length - 3;
    if (end < 6) continue;
    for (let at = 0; at < end; at += 3) {
      addLine(points[at], points[at + 1], points[at + 3], points[at + 4]);
    }
    addLine(points[end], points[end + 1], points[0], points[1]);
  }
  for (let y = top; y < bottom; y++) {
    let sum = 0;
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      sum += inside[at];
      inside[at] = Math.min(1, Math.abs(sum)) - 0.5;
      across[at] = 0;
      along[at] = x - left;
    }
  }
  return { left, top, right, bottom };
}
