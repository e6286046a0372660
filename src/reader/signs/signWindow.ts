import { sampleExtended } from '../../picture/bilinear';
import type { Plane } from '../../picture/picture';

/** The side of the windows in which a sign is looked at, in pixels. */
export const WINDOW_SIDE = 48;
/** How large a digit is in its window, in pixels: as large again is what is seen around it. */
export const SEEN_SIZE = 24;

/** Where a window looks. */
export interface Place {
  /** Its middle, in pixels of the plane. */
  readonly x: number;
  readonly y: number;
  /** The size of digits there, in pixels of the plane. */
  readonly size: number;
}

/**
 * Cuts a window out of a plane of local contrast, brought to the size at which signs are looked at.
 *
 * @param plane paper is 0
 * @param place where, and how large digits are there
 * @param window gets the values; [48, 48]
 */
export function cutWindow(
  plane: Plane<Float32Array>,
  { x, y, size }: Place,
  window: Float32Array,
): void {
  const step = size / SEEN_SIZE;
  // What is shrunk is averaged over as many places as fall together.
  const parts = Math.max(1, Math.round(step));
  const reach = (parts - 1) / 2;
  for (let row = 0, at = 0; row < WINDOW_SIDE; row++) {
    for (let column = 0; column < WINDOW_SIDE; column++, at++) {
      let sum = 0;
      for (let down = -reach; down <= reach; down++) {
        for (let right = -reach; right <= reach; right++) {
          const u = x + (column + right / parts + 0.5 - WINDOW_SIDE / 2) * step - 0.5;
          const v = y + (row + down / parts + 0.5 - WINDOW_SIDE / 2) * step - 0.5;
          const isInside = u > -1 && v > -1 && u < plane.width && v < plane.height;
          if (isInside) sum += sampleExtended(plane, u, v);
        }
      }
      window[at] = sum / parts ** 2;
    }
  }
}
