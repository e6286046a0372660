import type { Plane } from '../../../picture/picture';
import { levelPlane } from '../pose';
import { closerLevels, createPyramid, type Level } from './pyramid';

/** A picture that was levelled, at all sizes. */
export interface View {
  /** Degrees by which it was turned counter-clockwise. */
  readonly tilt: number;
  /** In 0..255. */
  readonly brightness: Plane<Uint8Array>;
  /** From the largest to the smallest, at least one. */
  readonly levels: readonly Level[];
}

/**
 * Levels a picture, and brings it to all sizes.
 *
 * @param brightness of the picture, in 0..255
 * @param tilt degrees by which its lines fall, -45 to 45
 */
export function createView(brightness: Plane<Uint8Array>, tilt: number): View {
  const levelled = levelPlane(brightness, tilt);
  return { tilt, brightness: levelled, levels: createPyramid(levelled) };
}

/** The same view with the next larger sizes. */
export function withCloserLevels(view: View): View {
  const closer = closerLevels(view.brightness, view.levels[0].scale);
  return { ...view, levels: [...closer, ...view.levels] };
}
