import { clamp } from '../../numbers/clamp';
import type { Plane } from '../../picture/picture';
import { createStrokeRaster, rasterizeStroke } from '../../strokes/rasterizeStroke';
import { extentOfPaths, type PenPath } from './penPath';

/**
 * Draws paths onto an empty plane that is just large enough.
 *
 * @param paths at least one
 * @param scale pixels of the plane for a pixel of the pad
 * @param pen the width of the pen, in pixels of the plane
 * @param margin what stays empty around the middle of the pen's paths, in pixels of the plane
 * @returns ink in 0..255
 */
export function drawInk(
  paths: readonly PenPath[],
  scale: number,
  pen: number,
  margin: number,
): Plane<Uint8Array> {
  const { left, top, right, bottom } = extentOfPaths(paths);
  const width = Math.ceil((right - left) * scale + 2 * margin);
  const height = Math.ceil((bottom - top) * scale + 2 * margin);
  const raster = createStrokeRaster(width, height);
  const ink = new Uint8Array(width * height);
  for (const path of paths) {
    const points = Float32Array.from(
      path.flatMap(([x, y]) => [(x - left) * scale + margin, (y - top) * scale + margin, pen / 2]),
    );
    const box = rasterizeStroke(raster, points);
    if (!box) continue;
    for (let row = box.top; row < box.bottom; row++) {
      for (let at = row * width + box.left; at < row * width + box.right; at++) {
        const covered = clamp(raster.inside[at] + 0.5, 0, 1);
        ink[at] = Math.max(ink[at], Math.round(255 * covered));
      }
    }
  }
  return { width, height, data: ink };
}
