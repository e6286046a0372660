/** Where a stroke lies on a picture and, in that box, how every pixel lies in the stroke. */
export interface StrokeRaster {
  readonly width: number;
  readonly height: number;
  /** How far a pixel lies inside the stroke's border, in pixels; less than 0 is outside. [height, width] */
  readonly inside: Float32Array;
  /** How far from the stroke's middle line: -1 on its left border, 1 on its right one. [height, width] */
  readonly across: Float32Array;
  /** How far along the stroke from its start, in pixels. [height, width] */
  readonly along: Float32Array;
}

/** Pixels of a picture; right and bottom lie just outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Makes room for rasterizing strokes on a picture of that size. */
export function createStrokeRaster(width: number, height: number): StrokeRaster {
  const plane = (): Float32Array => new Float32Array(width * height);
  return { width, height, inside: plane(), across: plane(), along: plane() };
}

/**
 * Finds which pixels a stroke covers: a chain of segments with round ends, whose width may change.
 *
 * @param raster what is written to, inside the returned box only
 * @param points x, y and half the width of every point, in pixels; [count, 3]
 * @param margin how far beyond its border a stroke still matters, in pixels
 * @default margin 1
 * @returns the box of all pixels that may be touched; undefined where the stroke lies outside the picture
 */
export function rasterizeStroke(
  raster: StrokeRaster,
  points: Float32Array,
  margin = 1,
): PixelBox | undefined {
  const { width, height, inside, across, along } = raster;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    const reach = points[at + 2] + margin;
    minX = Math.min(minX, points[at] - reach);
    maxX = Math.max(maxX, points[at] + reach);
    minY = Math.min(minY, points[at + 1] - reach);
    maxY = Math.max(maxY, points[at + 1] + reach);
  }
  const left = Math.max(0, Math.floor(minX));
  const top = Math.max(0, Math.floor(minY));
  const right = Math.min(width, Math.ceil(maxX) + 1);
  const bottom = Math.min(height, Math.ceil(maxY) + 1);
  if (!(left < right && top < bottom)) return undefined;
  for (let y = top; y < bottom; y++) inside.fill(-1e9, y * width + left, y * width + right);

  let travelled = 0;
  const segments = Math.max(1, points.length / 3 - 1);
  for (let segment = 0; segment < segments; segment++) {
    const from = segment * 3;
    const to = Math.min(points.length - 3, from + 3);
    const [x, y, radius] = [points[from], points[from + 1], points[from + 2]];
    const [stepX, stepY] = [points[to] - x, points[to + 1] - y];
    const growth = points[to + 2] - radius;
    const length = Math.hypot(stepX, stepY);
    const inverse = length > 0 ? 1 / length : 0;
    const reach = Math.max(radius, radius + growth) + margin;
    const firstX = Math.max(left, Math.floor(Math.min(x, x + stepX) - reach));
    const lastX = Math.min(right - 1, Math.ceil(Math.max(x, x + stepX) + reach));
    const firstY = Math.max(top, Math.floor(Math.min(y, y + stepY) - reach));
    const lastY = Math.min(bottom - 1, Math.ceil(Math.max(y, y + stepY) + reach));
    for (let row = firstY; row <= lastY; row++) {
      const offY = row + 0.5 - y;
      for (let column = firstX; column <= lastX; column++) {
        const offX = column + 0.5 - x;
        const way = (offX * stepX + offY * stepY) * inverse * inverse;
        const part = way < 0 ? 0 : way > 1 ? 1 : way;
        const gapX = offX - part * stepX;
        const gapY = offY - part * stepY;
        const square = gapX * gapX + gapY * gapY;
        if (square > reach * reach) continue;
        const distance = Math.sqrt(square);
        const half = radius + part * growth;
        const at = row * width + column;
        if (half - distance <= inside[at]) continue;
        inside[at] = half - distance;
        across[at] = ((stepX * offY - stepY * offX) * inverse) / half;
        along[at] = travelled + part * length;
      }
    }
    travelled += length;
  }
  return { left, top, right, bottom };
}
