import { turnPlane, type Turn } from '../../picture/quarterTurn';
import type { Detection } from '../detector/decodeDetections';
import type { DetectDigits } from '../detector/detector';
import { isWithin, sizeOf, TRUSTED_SIZES } from '../detector/digitSizes';
import type { Level } from './pyramid';

/** A digit as the network sees it at one level; its box is in pixels of the picture. */
export interface ScaledDetection extends Detection {
  /** The scale of the level. */
  readonly scale: number;
}

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
    for (const { box, ...detection } of await find(turnPlane(contrast, turn))) {
      if (!isWithin(sizeOf(box), TRUSTED_SIZES)) continue;
      const { x0, y0, x1, y1 } = box;
      const inPicture = { x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale };
      detections.push({ ...detection, box: inPicture, scale });
    }
  }
  return detections;
}
