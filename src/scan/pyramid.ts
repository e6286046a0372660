import { localContrast } from '../data/localContrast';
import type { Plane } from '../data/picture';
import { resamplePlane } from '../data/resamplePlane';

/** A picture at one size, as the network sees it. */
export interface Level {
  /** Its pixels along a side, compared with the picture's. */
  readonly scale: number;
  readonly contrast: Plane<Float32Array>;
}

/** How many times smaller each level is than the one before: a digit is seen at about three of them. */
const STEP = Math.SQRT2;
/** The longer side of the largest level, in pixels. */
const LARGEST_SIDE = 1400;
/** The longer side of the smallest level: a digit that fills the picture is still small enough. */
const SMALLEST_SIDE = 20;
/** A picture is enlarged at most so many times; digits of a few pixels hold no more to see. */
const MOST_ENLARGED = 2;

/**
 * Brings a picture to all sizes at which its digits may be as large as those that the network knows.
 *
 * @param brightness of the picture, in 0..255
 * @returns the levels, from the largest to the smallest
 */
export function buildPyramid(brightness: Plane<Uint8Array>): Level[] {
  const side = Math.max(brightness.width, brightness.height);
  const largest = Math.min(LARGEST_SIDE / side, MOST_ENLARGED);
  const toSize = (plane: Plane<Uint8Array | Float32Array>, scale: number): Plane<Float32Array> =>
    resamplePlane(
      plane,
      Math.max(1, Math.round(brightness.width * scale)),
      Math.max(1, Math.round(brightness.height * scale)),
    );
  // Large pictures are made smaller once for all levels.
  const base = largest < 1 ? toSize(brightness, largest) : brightness;
  const levels: Level[] = [];
  for (let scale = largest; scale * side >= SMALLEST_SIDE; scale /= STEP) {
    levels.push({ scale, contrast: localContrast(toSize(base, scale)) });
  }
  return levels;
}
