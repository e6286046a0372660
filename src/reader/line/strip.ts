import { sampleExtended } from '../../picture/bilinear';
import type { Plane } from '../../picture/picture';

/** The height of strips, in pixels. */
export const STRIP_HEIGHT = 48;
/** How high a digit is on a strip, in pixels: as much again is seen above and below it. */
export const STRIP_DIGIT_HEIGHT = 24;
/** How many columns of a strip become one answer. */
export const STRIP_STRIDE = 4;

/** Where a line of handwriting lies on a plane. */
export interface StripPlace {
  /** Where the strip begins and ends, in pixels of the plane. */
  readonly left: number;
  readonly right: number;
  /** The height of the middle of its digits at x = `left`, in pixels of the plane. */
  readonly middle: number;
  /** Pixels down for every pixel to the right. */
  readonly slope: number;
  /** The height of its digits, in pixels of the plane. */
  readonly digitHeight: number;
}

/** A line of handwriting, brought to one size; ink is more than 0, paper is 0. [48, width] */
export type Strip = Plane<Float32Array>;

/** How many columns the strip of a place has: a multiple of the stride, at least two strides. */
function stripWidth({ left, right, digitHeight }: StripPlace): number {
  const width = ((right - left) * STRIP_DIGIT_HEIGHT) / digitHeight;
  return STRIP_STRIDE * Math.max(2, Math.round(width / STRIP_STRIDE));
}

/**
 * Cuts a line of handwriting out of a plane of local contrast.
 *
 * @param plane paper is 0; what lies outside of it counts as paper
 * @param place where the line lies
 * @param ink whether ink is light (1) or dark (-1)
 */
export function cutStrip(plane: Plane<Float32Array>, place: StripPlace, ink: 1 | -1): Strip {
  const width = stripWidth(place);
  const step = (place.right - place.left) / width;
  const stepDown = place.digitHeight / STRIP_DIGIT_HEIGHT;
  // What is shrunk is averaged over as many places as fall together.
  const parts = Math.max(1, Math.round(stepDown));
  const reach = (parts - 1) / 2;
  const data = new Float32Array(STRIP_HEIGHT * width);
  for (let row = 0, at = 0; row < STRIP_HEIGHT; row++) {
    for (let column = 0; column < width; column++, at++) {
      const x = place.left + (column + 0.5) * step - 0.5;
      const y =
        place.middle +
        place.slope * (x - place.left) +
        (row + 0.5 - STRIP_HEIGHT / 2) * stepDown -
        0.5;
      let sum = 0;
      for (let down = -reach; down <= reach; down++) {
        for (let right = -reach; right <= reach; right++) {
          const [u, v] = [x + (right * step) / parts, y + (down * stepDown) / parts];
          const isInside = u > -1 && v > -1 && u < plane.width && v < plane.height;
          if (isInside) sum += sampleExtended(plane, u, v);
        }
      }
      data[at] = (ink * sum) / parts ** 2;
    }
  }
  return { width, height: STRIP_HEIGHT, data };
}
