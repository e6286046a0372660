import type { Box } from './box';
import type { Plane } from './picture';

// A few pixels are summed up where they lie; a whole plane is resampled along its rows and then its columns,
// which takes a part of the time but keeps rows between.

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

/** What each value of a resampled line is made of. */
interface LineWeights {
  /** The first of the values that go into each new one; [length]. */
  readonly first: Int32Array;
  /** How many values go into each new one. */
  readonly taps: number;
  /** What each of them weighs; [length, taps]. */
  readonly weights: Float32Array;
}

/** Keys' cubic (1981), which goes through the values. */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  return x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;
}

function lineWeights(from: number, to: number): LineWeights {
  const step = from / to;
  const taps = step > 1 ? Math.ceil(step) + 1 : 4;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let index = 0; index < to; index++) {
    const [start, end] = [index * step, (index + 1) * step];
    const middle = (start + end) / 2 - 0.5;
    const begin = step > 1 ? Math.floor(start) : Math.floor(middle) - 1;
    // Beyond the ends the line goes on as it ends.
    const place = Math.min(Math.max(begin, 0), Math.max(0, from - taps));
    first[index] = place;
    for (let tap = 0; tap < taps; tap++) {
      const at = begin + tap;
      const weight =
        step > 1
          ? Math.max(0, Math.min(at + 1, end) - Math.max(at, start)) / step
          : cubic(at - middle);
      const inside = Math.min(Math.max(at, 0), from - 1) - place;
      weights[index * taps + inside] += weight;
    }
  }
  return { first, taps: Math.min(taps, from), weights: trim(weights, taps, Math.min(taps, from)) };
}

/** Leaves out weights of values that a line shorter than the filter does not have. */
function trim(weights: Float32Array, taps: number, fewer: number): Float32Array {
  if (fewer === taps) return weights;
  return weights.filter((_, index) => index % taps < fewer);
}

/**
 * Brings a plane to another size: where it shrinks, each value becomes the mean of the area it covers;
 * where it grows, values in between are interpolated by cubics.
 *
 * @param width values a row of the result, at least 1
 * @param height rows of the result, at least 1
 */
export function resamplePlane(
  plane: Plane<Uint8Array | Float32Array>,
  width: number,
  height: number,
): Plane<Float32Array> {
  const across = lineWeights(plane.width, width);
  const down = lineWeights(plane.height, height);
  const result = new Float32Array(width * height);
  // Rows that were resampled across are kept as long as rows of the result need them.
  const rows = new Map<number, Float32Array>();
  for (let row = 0; row < height; row++) {
    const first = down.first[row];
    for (const known of rows.keys()) if (known < first) rows.delete(known);
    const target = result.subarray(row * width, (row + 1) * width);
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.weights[row * down.taps + tap];
      if (weight === 0) continue;
      let line = rows.get(first + tap);
      if (!line) {
        line = resampleRow(plane, first + tap, across, width);
        rows.set(first + tap, line);
      }
      for (let column = 0; column < width; column++) target[column] += weight * line[column];
    }
  }
  return { width, height, data: result };
}

function resampleRow(
  plane: Plane<Uint8Array | Float32Array>,
  row: number,
  { first, taps, weights }: LineWeights,
  width: number,
): Float32Array {
  const { data } = plane;
  const line = new Float32Array(width);
  for (let column = 0, at = 0; column < width; column++) {
    const start = row * plane.width + first[column];
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) sum += weights[at++] * data[start + tap];
    line[column] = sum;
  }
  return line;
}
