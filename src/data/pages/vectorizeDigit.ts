import type { Box, Plane } from '../picture';
import { inkBox } from '../resampleArea';
import { createStrokeRaster, rasterizeStroke } from './rasterizeStroke';
import { extentOf, mapStroke, type Stroke } from './stroke';
import { thin } from './thin';
import { traceLines } from './traceLines';

/** How much a digit is enlarged before it is thinned: lines are found to a third of a pixel. */
const enlargement = 3;
/** How many enlarged pixels of paper are laid around. */
const margin = 3;
/** What of 255 counts as ink. */
const inkBorder = 105;
/** The standard deviation of the smoothing along the line, and the distance of its points, in enlarged pixels. */
const smoothing = 2.2;
const spacing = 3;
/** How much of a digit's ink its strokes must cover when written again, and of what they cover be ink. */
const leastAgreement = 0.78;

/**
 * Turns a digit of few pixels into strokes of a pen, so that it can be written again at any size.
 *
 * The digit is enlarged and thinned, its lines are followed through their crossings and smoothed. What
 * the ink's width was at each point, compared with the whole digit's, is kept as the stroke's width.
 *
 * @param digit ink in 0..255
 * @returns strokes 1 high (or, where the digit is wider than 4/3 of its height, narrower), around the
 *   origin; none where there is no ink, or the strokes do not show what it shows: blots and holes filled
 *   with ink hide how the pen went
 */
export function vectorizeDigit(digit: Plane<Uint8Array>): Stroke[] {
  const box = inkBox(digit);
  if (box === undefined) return [];
  const ink = enlarge(cut(digit, box));
  const radius = distanceToPaper(ink);
  const traces = traceLines({ ...ink, data: thin(ink) }, radius);
  const strokes = traces.map((trace) => smoothTrace(trace, radius, ink.width));
  const longest = Math.max(...strokes.map((stroke) => stroke.length));
  // A single point beside lines is a speck of the scanner.
  const lines = strokes.filter((stroke) => stroke.length > 6 || stroke.length === longest);
  return agreement(lines, ink) < leastAgreement ? [] : toUnitHeight(lines);
}

/** The share of pixels that are both inked and covered by the strokes, of all that are either. */
function agreement(strokes: readonly Stroke[], { width, height, data }: Plane<Uint8Array>): number {
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

/** The part of a digit that has ink, and a pixel of paper around it. */
function cut({ width, data }: Plane<Uint8Array>, { x0, y0, x1, y1 }: Box): Plane<Uint8Array> {
  const [wide, high] = [x1 - x0 + 2, y1 - y0 + 2];
  const part = new Uint8Array(wide * high);
  for (let row = y0; row < y1; row++) {
    part.set(data.subarray(row * width + x0, row * width + x1), (row - y0 + 1) * wide + 1);
  }
  return { width: wide, height: high, data: part };
}

/** Enlarges by linear interpolation, smooths, and tells ink from paper. */
function enlarge({ width, height, data }: Plane<Uint8Array>): Plane<Uint8Array> {
  const [wide, high] = [width * enlargement + 2 * margin, height * enlargement + 2 * margin];
  const grey = new Float32Array(wide * high);
  for (let y = margin; y < high - margin; y++) {
    const sourceY = Math.min(height - 1, Math.max(0, (y - margin + 0.5) / enlargement - 0.5));
    const top = Math.min(height - 2, Math.floor(sourceY));
    const down = sourceY - top;
    for (let x = margin; x < wide - margin; x++) {
      const sourceX = Math.min(width - 1, Math.max(0, (x - margin + 0.5) / enlargement - 0.5));
      const left = Math.min(width - 2, Math.floor(sourceX));
      const right = sourceX - left;
      const at = top * width + left;
      const upper = data[at] + right * (data[at + 1] - data[at]);
      const lower = data[at + width] + right * (data[at + width + 1] - data[at + width]);
      grey[y * wide + x] = upper + down * (lower - upper);
    }
  }
  const ink = new Uint8Array(wide * high);
  // The outermost pixels stay paper, which the lines need all around.
  for (let y = 1; y < high - 1; y++) {
    for (let at = y * wide + 1; at < (y + 1) * wide - 1; at++) {
      const sum =
        grey[at - wide - 1] +
        grey[at - wide + 1] +
        grey[at + wide - 1] +
        grey[at + wide + 1] +
        2 * (grey[at - wide] + grey[at + wide] + grey[at - 1] + grey[at + 1]) +
        4 * grey[at];
      if (sum > 16 * inkBorder) ink[at] = 1;
    }
  }
  return { width: wide, height: high, data: ink };
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

function toUnitHeight(strokes: readonly Stroke[]): Stroke[] {
  const { left, top, right, bottom } = extentOf(strokes);
  const height = Math.max(bottom - top, 0.75 * (right - left), 1);
  let [sum, count] = [0, 0];
  for (const stroke of strokes) {
    for (let at = 2; at < stroke.length; at += 3, count++) sum += stroke[at];
  }
  return strokes.map((stroke) => {
    const unit = mapStroke(stroke, (x, y) => [
      (x - (left + right) / 2) / height,
      (y - (top + bottom) / 2) / height,
    ]);
    for (let at = 2; at < unit.length; at += 3) unit[at] *= count / sum;
    return unit;
  });
}
