import type { Box } from '../../picture/box';
import type { DetectDigits } from '../detector/detector';
import { sizeOf } from '../detector/digitSizes';
import type { Level } from './pyramid';
import { turnPlane, type Turn } from '../../picture/quarterTurn';

/** A digit as the network sees it at one level. */
export interface ScaledDetection {
  /** In pixels of the picture. */
  readonly box: Box;
  /** How sure the network is that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9, where there is one; [10]. */
  readonly probabilities: Float32Array;
  /** The scale of the level. */
  readonly scale: number;
}

/** Sizes at which the network can be trusted, in pixels: a little more than it was taught. */
const TRUSTED_SIZES = [14, 46] as const;

/**
 * Looks for digits at some levels of a picture.
 *
 * @param turn how far to turn the picture clockwise before
 * @returns what is seen, in pixels of the turned picture
 */
export async function detectDigits(
  levels: readonly Level[],
  turn: Turn,
  find: DetectDigits,
): Promise<ScaledDetection[]> {
  const detections: ScaledDetection[] = [];
  for (const { scale, contrast } of levels) {
    for (const { box, score, probabilities } of await find(turnPlane(contrast, turn))) {
      const size = sizeOf(box);
      if (size < TRUSTED_SIZES[0] || size > TRUSTED_SIZES[1]) continue;
      const { x0, y0, x1, y1 } = box;
      detections.push({
        box: { x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale },
        score,
        probabilities,
        scale,
      });
    }
  }
  return detections;
}
