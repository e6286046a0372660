import { localContrast } from '../../../picture/localContrast';
import type { Plane, Size } from '../../../picture/picture';
import { resamplePlane } from '../../../picture/resample';

/** A picture at one size, as the network sees it. */
export interface Level {
  /** Its pixels along a side, compared with the picture's. */
  readonly scale: number;
  readonly contrast: Plane<Float32Array>;
}

/** How many times smaller each level is than the one before: a digit is seen at about three of them. */
const STEP = Math.SQRT2;
/** A level that is larger than another by less than this shows nothing new. */
const MIN_STEP = 1.1;
/** The longer side of the largest level, in pixels; most photos show their digits at that size. */
const LARGEST_SIDE = 1400;
/** The longer side of the largest level where digits are so small that a closer look is worth its time. */
const LARGEST_SIDE_CLOSE = 4000;
/** The longer side of the smallest level: a digit that fills the picture is still small enough. */
const SMALLEST_SIDE = 20;
/** A picture is enlarged at most so many times; digits of a few pixels hold no more to see. */
const MAX_ENLARGED = 2;

/** The longer side of a plane, in pixels. */
export const longerSide = ({ width, height }: Size): number => Math.max(width, height);

function toSize(
  plane: Plane<Uint8Array | Float32Array>,
  { width, height }: Plane<Uint8Array>,
  scale: number,
): Plane<Float32Array> {
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resamplePlane(plane, side(width), side(height));
}

/**
 * Brings a picture to all sizes at which its digits may be as large as those that the network knows.
 *
 * @param brightness of the picture, in 0..255
 * @returns the levels, from the largest to the smallest, at least one
 */
export function createPyramid(brightness: Plane<Uint8Array>): Level[] {
  return pyramidFrom(brightness, Math.min(LARGEST_SIDE / longerSide(brightness), MAX_ENLARGED));
}

/**
 * The levels that lie between those of a pyramid.
 *
 * @param brightness of the picture, in 0..255
 * @param scale of the pyramid's largest level
 * @returns none where the picture is too small for one
 */
export function levelsBetween(brightness: Plane<Uint8Array>, scale: number): Level[] {
  const between = scale / Math.sqrt(STEP);
  return between * longerSide(brightness) < SMALLEST_SIDE ? [] : pyramidFrom(brightness, between);
}

function pyramidFrom(brightness: Plane<Uint8Array>, largest: number): Level[] {
  const side = longerSide(brightness);
  const planes: Plane<Uint8Array | Float32Array>[] = [];
  const levels: Level[] = [];
  for (let scale = largest; levels.length === 0 || scale * side >= SMALLEST_SIDE; scale /= STEP) {
    // Made of the level two before, of which four pixels become one; a large picture is shrunk only once.
    const source = planes.at(-2) ?? (largest < 1 ? planes[0] : undefined) ?? brightness;
    const plane = toSize(source, brightness, scale);
    planes.push(plane);
    levels.push({ scale, contrast: localContrast(plane) });
  }
  return levels;
}

/** The scales of the next two larger levels, as far as the picture has more to show. */
function closerScales(brightness: Plane<Uint8Array>, scale: number): number[] {
  const most = Math.min(1, LARGEST_SIDE_CLOSE / longerSide(brightness));
  return [STEP ** 2, STEP]
    .map((factor) => Math.min(most, factor * scale))
    .filter((closer, index, [largest]) =>
      index === 0 ? closer > MIN_STEP * scale : largest > MIN_STEP * closer,
    );
}

/**
 * Whether a picture has more to show than its largest level does.
 *
 * @param scale of the largest level so far
 */
export function hasCloserLevels(brightness: Plane<Uint8Array>, scale: number): boolean {
  return closerScales(brightness, scale).length > 0;
}

/**
 * The next two larger levels, for a closer look at small digits.
 *
 * @param brightness of the picture, in 0..255
 * @param scale of the largest level so far
 * @returns none where the picture has no more to show
 */
export function closerLevels(brightness: Plane<Uint8Array>, scale: number): Level[] {
  return closerScales(brightness, scale).map((closer) => ({
    scale: closer,
    contrast: localContrast(toSize(brightness, brightness, closer)),
  }));
}
