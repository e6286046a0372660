import { normalizeDigit } from '../../digits/normalizeDigit';
import { clamp } from '../../numbers/clamp';
import { createStrokeRaster, rasterizeStroke } from '../../strokes/rasterizeStroke';
import { extentOfPaths, type PenPath } from './penPath';

/** The longer side of the digit as it is drawn before it is made small, in pixels. */
const SIDE = 96;
/** The width of the pen, compared with the longer side: about that of MNIST's digits. */
const PEN = 0.11;

/**
 * Draws a digit as MNIST's look, whatever its size on the pad.
 *
 * @param paths of one digit, at least one
 * @returns ink in 0..255; [28, 28]
 */
export function drawnDigit(paths: readonly PenPath[]): Uint8Array {
  const { left, top, right, bottom } = extentOfPaths(paths);
  const scale = SIDE / Math.max(right - left, bottom - top, 1);
  const margin = SIDE * PEN;
  const width = Math.ceil((right - left) * scale + 2 * margin);
  const height = Math.ceil((bottom - top) * scale + 2 * margin);
  const raster = createStrokeRaster(width, height);
  const ink = new Uint8Array(width * height);
  for (const path of paths) {
    const points = Float32Array.from(
      path.flatMap(([x, y]) => [
        (x - left) * scale + margin,
        (y - top) * scale + margin,
        (SIDE * PEN) / 2,
      ]),
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
  return normalizeDigit({ width, height, data: ink });
}
