import type { Random } from '../../numbers/random';

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
  const knots = new Float32Array(rows * columns);
  for (let knot = 0; knot < knots.length; knot++) knots[knot] = strength * random.normal();

  // First along the rows of knots, then down every column of pixels.
  const stretched = new Float32Array(rows * width);
  const across = splineWeights(width, spacing);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const first = row * columns + Math.floor(column / spacing);
      const weight = 4 * column;
      stretched[row * width + column] =
        across[weight] * knots[first] +
        across[weight + 1] * knots[first + 1] +
        across[weight + 2] * knots[first + 2] +
        across[weight + 3] * knots[first + 3];
    }
  }
  const field = new Float32Array(height * width);
  const down = width === height ? across : splineWeights(height, spacing);
  for (let row = 0; row < height; row++) {
    const weight = 4 * row;
    const [w0, w1, w2, w3] = [down[weight], down[weight + 1], down[weight + 2], down[weight + 3]];
    const start = Math.floor(row / spacing) * width;
    for (let column = 0; column < width; column++) {
      const first = start + column;
      field[row * width + column] =
        w0 * stretched[first] +
        w1 * stretched[first + width] +
        w2 * stretched[first + 2 * width] +
        w3 * stretched[first + 3 * width];
    }
  }
  return field;
}

/** Every digit of a training needs the same weights. */
const knownWeights = new Map<string, Float32Array>();

/** The four weights of the uniform cubic B-spline at every pixel; [length, 4]. */
function splineWeights(length: number, spacing: number): Float32Array {
  const key = `${length}, ${spacing}`;
  const weights = knownWeights.get(key) ?? calculateSplineWeights(length, spacing);
  knownWeights.set(key, weights);
  return weights;
}

function calculateSplineWeights(length: number, spacing: number): Float32Array {
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
