import type { Plane } from '../picture/picture';
import { createStrokeRaster, rasterizeStroke } from './rasterizeStroke';
import type { Stroke } from './stroke';
import { thin } from './thin';
import { traceLines } from './traceLines';

/** The standard deviation of the smoothing along the line, and the distance of its points, in pixels. */
const smoothing = 2.2;
const spacing = 3;

/**
 * Turns ink into the strokes of a pen: thinned to lines, which are followed through their crossings and smoothed.
 *
 * @param ink 1 is ink, 0 is paper; the outermost rows and columns are paper, lines some 6 to 20 pixels wide
 * @returns strokes in pixels, their widths too
 */
export function vectorizeInk(ink: Plane<Uint8Array>): Stroke[] {
  const radius = distanceToPaper(ink);
  const traces = traceLines({ ...ink, data: thin(ink) }, radius);
  return traces.map((trace) => smoothTrace(trace, radius, ink.width));
}

/** The share of pixels that are both inked and covered by the strokes, of all that are either. */
export function agreement(
  strokes: readonly Stroke[],
  { width, height, data }: Plane<Uint8Array>,
): number {
  const raster = createStrokeRaster(width, height);
  const covered = new Uint8Array(width * height);
  for (const stroke of strokes) {
    const points = stroke.map((value, index) => (index % 3 < 2 ? value + 0.5 : value / 2));
    const box = rasterizeStroke(raster, points);
    if (box === undefined) continue;
    for (let y = box.top; y < box.bottom; y++) {
      for (let at = y * width + box.left; at < y * width + box.right; at++) {
        if (raster.inside[at] > 0) covered[at] = 1;
      }
    }
  }
  let [both, either] = [0, 0];
  data.forEach((ink, at) => {
    both += ink & covered[at];
    either += ink | covered[at];
  });
  return both / either;
}

/** How far every pixel of ink lies from paper, about: steps of 3 and 4 thirds (Borgefors, 1986). */
function distanceToPaper({ width, height, data }: Plane<Uint8Array>): Float32Array {
  const distance = new Float32Array(width * height);
  for (const step of [1, -1]) {
    let at = step > 0 ? width : width * (height - 1) - 1;
    for (let count = width * (height - 2); count > 0; count--, at += step) {
      if (data[at] === 0) continue;
      let nearest = step > 0 ? 1e6 : distance[at];
      const straight = Math.min(distance[at - step], distance[at - step * width]) + 1;
      const diagonal = Math.min(
        distance[at - step * (width + 1)],
        distance[at - step * (width - 1)],
      );
      if (straight < nearest) nearest = straight;
      if (diagonal + 4 / 3 < nearest) nearest = diagonal + 4 / 3;
      distance[at] = nearest;
    }
  }
  return distance;
}

/** Makes a smooth line of pixels in a row; widths are still in pixels. */
function smoothTrace(trace: readonly number[], radius: Float32Array, width: number): Stroke {
  const isRing = trace.length > 8 && trace[0] === trace[trace.length - 1];
  const count = trace.length;
  // Beyond its ends a line goes on mirrored through them, so that they stay where they are.
  const valueAt = (index: number, of: (at: number) => number): number => {
    if (isRing) return of(trace[(index + (count - 1) * 4) % (count - 1)]);
    if (index < 0) return 2 * of(trace[0]) - of(trace[Math.min(count - 1, -index)]);
    if (index >= count) {
      return 2 * of(trace[count - 1]) - of(trace[Math.max(0, 2 * count - 2 - index)]);
    }
    return of(trace[index]);
  };
  const window = Math.ceil(2.5 * smoothing);
  const weights = Array.from({ length: 2 * window + 1 }, (_, index) =>
    Math.exp(-((index - window) ** 2) / (2 * smoothing ** 2)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const smoothAt = (index: number, of: (at: number) => number): number =>
    weights.reduce((sum, weight, tap) => sum + weight * valueAt(index + tap - window, of), 0) /
    total;

  const steps = Math.max(1, Math.round((count - 1) / spacing));
  const stroke = new Float32Array((steps + 1) * 3);
  for (let step = 0; step <= steps; step++) {
    const index = Math.round((step * (count - 1)) / steps);
    stroke[3 * step] = smoothAt(index, (at) => at % width);
    stroke[3 * step + 1] = smoothAt(index, (at) => Math.floor(at / width));
    stroke[3 * step + 2] = Math.max(
      0.5,
      smoothAt(index, (at) => 2 * radius[at]),
    );
  }
  return stroke;
}
