import type { Random } from '../random';

/** How a digit is bent at random. */
export interface ElasticOptions {
  /** Standard deviation of the spline's coefficients, in pixels; a pixel moves by about half of it. */
  readonly strength: number;
  /** Distance between two knots of the grid that is displaced, in pixels; larger bends more smoothly. */
  readonly spacing: number;
}

/** A displacement of every pixel along one axis, in pixels; [height, width]. */
export type Displacement = Float32Array;

/**
 * Draws a smooth random displacement along one axis.
 *
 * Elastic distortion after Simard, Steinkraus and Platt (ICDAR 2003); instead of blurring a field of
 * noise with a Gaussian, a coarse grid of noise is interpolated by cubic B-splines, which is as smooth
 * and many times faster.
 *
 * @param width pixels a row
 * @param height rows
 */
export function randomDisplacement(
  width: number,
  height: number,
  { strength, spacing }: ElasticOptions,
  random: Random,
): Displacement {
  const columns = Math.floor((width - 1) / spacing) + 4;
  const rows = Math.floor((height - 1) / spacing) + 4;
  const knots = Float32Array.from({ length: rows * columns }, () => strength * random.normal());

  // First along the rows of knots, then down every column of pixels.
  const stretched = new Float32Array(rows * width);
  const across = splineWeights(width, spacing);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const first = row * columns + Math.floor(column / spacing);
      let sum = 0;
      for (let knot = 0; knot < 4; knot++) {
        sum += across[4 * column + knot] * knots[first + knot];
      }
      stretched[row * width + column] = sum;
    }
  }
  const field = new Float32Array(height * width);
  const down = width === height ? across : splineWeights(height, spacing);
  for (let row = 0; row < height; row++) {
    const first = Math.floor(row / spacing) * width;
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let knot = 0; knot < 4; knot++) {
        sum += down[4 * row + knot] * stretched[first + knot * width + column];
      }
      field[row * width + column] = sum;
    }
  }
  return field;
}

/** The four weights of the uniform cubic B-spline at every pixel; [length, 4]. */
function splineWeights(length: number, spacing: number): Float32Array {
  const weights = new Float32Array(4 * length);
  for (let pixel = 0; pixel < length; pixel++) {
    const t = (pixel / spacing) % 1;
    weights.set(
      [
        (1 - t) ** 3 / 6,
        (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
        (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
        t ** 3 / 6,
      ],
      4 * pixel,
    );
  }
  return weights;
}
