import type { Random } from '../../numbers/random';

/** How far a digit is turned, sized, slanted and moved at random; every range lies evenly around zero. */
export interface AffineOptions {
  /** Largest turn, in degrees. */
  readonly rotation: number;
  /** Largest change of size along each axis, as a share: 0.1 means 90 to 110 %. */
  readonly scaling: number;
  /** Largest slant, in degrees. */
  readonly shear: number;
  /** Largest move along each axis, in pixels. */
  readonly shift: number;
}

/** Maps a pixel of the result to the place in the source it shows: x' = xx·x + xy·y + x0, y' alike. */
export interface AffineMap {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

const RADIANS = Math.PI / 180;

/**
 * Draws a random affine map that keeps the image's centre near its place.
 *
 * @param width pixels a row
 * @param height rows
 */
export function randomAffineMap(
  width: number,
  height: number,
  options: AffineOptions,
  random: Random,
): AffineMap {
  const within = (limit: number): number => limit * (2 * random.uniform() - 1);
  const angle = within(options.rotation) * RADIANS;
  const slant = Math.tan(within(options.shear) * RADIANS);
  const widthFactor = 1 / (1 + within(options.scaling));
  const heightFactor = 1 / (1 + within(options.scaling));
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const xx = widthFactor * cosine;
  const xy = widthFactor * (slant * cosine - sine);
  const yx = heightFactor * sine;
  const yy = heightFactor * (slant * sine + cosine);
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  return {
    xx,
    xy,
    x0: centreX - xx * centreX - xy * centreY + within(options.shift),
    yx,
    yy,
    y0: centreY - yx * centreX - yy * centreY + within(options.shift),
  };
}
