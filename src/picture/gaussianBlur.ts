import type { Plane } from './picture';

// Photos go on beyond their borders, cut out digits do not: networks have learned from both as they are.

/**
 * Blurs a plane in place by a normal distribution along the rows, then along the columns; beyond its
 * borders the plane goes on as it ends.
 *
 * @param deviationX standard deviation along the rows, in pixels; below a quarter nothing is done
 * @param deviationY standard deviation along the columns, in pixels
 */
export function blurPlane(
  plane: Plane<Float32Array>,
  deviationX: number,
  deviationY: number,
): void {
  const { width, height, data } = plane;
  if (deviationX >= 0.25) blurAlong(data, width, 1, height, width, deviationX);
  if (deviationY >= 0.25) blurAlong(data, height, width, width, 1, deviationY);
}

/** Blurs `lines` lines of `length` values that lie `step` apart; lines begin `pitch` apart. */
function blurAlong(
  data: Float32Array,
  length: number,
  step: number,
  lines: number,
  pitch: number,
  deviation: number,
): void {
  const reach = Math.ceil(2.3 * deviation);
  const weights = Float32Array.from({ length: reach + 1 }, (_, offset) =>
    Math.exp(-(offset ** 2) / (2 * deviation ** 2)),
  );
  const total = 2 * weights.reduce((sum, weight) => sum + weight, 0) - weights[0];
  weights.forEach((weight, offset) => (weights[offset] = weight / total));
  const line = new Float32Array(length + 2 * reach);
  for (let index = 0; index < lines; index++) {
    const start = index * pitch;
    for (let at = 0; at < length; at++) line[reach + at] = data[start + at * step];
    line.fill(line[reach], 0, reach);
    line.fill(line[reach + length - 1], reach + length);
    for (let at = 0; at < length; at++) {
      let sum = weights[0] * line[reach + at];
      for (let offset = 1; offset <= reach; offset++) {
        sum += weights[offset] * (line[reach + at - offset] + line[reach + at + offset]);
      }
      data[start + at * step] = sum;
    }
  }
}

/**
 * Blurs ink by a normal distribution; beyond the borders lies paper, 0.
 *
 * @param digit ink in 0..255; it stays as it is
 * @param deviation standard deviation in pixels; 0 changes nothing
 * @returns ink in 0..255; [height, width]
 */
export function blurInk(digit: Plane<Uint8Array>, deviation: number): Uint8Array {
  if (deviation === 0) return digit.data.slice();
  const across = blurLines(digit, deviation, false);
  return Uint8Array.from(blurLines({ ...digit, data: across }, deviation, true), Math.round);
}

/** Weighs the pixels of every line with a Gaussian; paper (0) lies all around. */
function blurLines(
  { width, height, data }: Plane<Uint8Array | Float32Array>,
  deviation: number,
  isDown: boolean,
): Float32Array {
  const reach = Math.ceil(3 * deviation);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, position) => position - reach);
  const weights = offsets.map((offset) => Math.exp(-0.5 * (offset / deviation) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [length, stride] = isDown ? [height, width] : [width, 1];
  const blurred = new Float32Array(data.length);
  // Plain loops: networks learn from blurred digits, so this runs in every step of a training.
  for (let at = 0; at < data.length; at++) {
    const place = Math.floor(at / stride) % length;
    const first = Math.max(-reach, -place);
    const last = Math.min(reach, length - 1 - place);
    let sum = 0;
    for (let offset = first; offset <= last; offset++) {
      sum += weights[offset + reach] * data[at + offset * stride];
    }
    blurred[at] = sum / total;
  }
  return blurred;
}
