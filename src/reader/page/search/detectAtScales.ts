import { moveBox, wholePixels, type Box } from '../../../picture/box';
import { cropPlane } from '../../../picture/crop';
import { turnPlane, type Turn } from '../../../picture/quarterTurn';
import type { Detection } from '../../detector/decodeDetections';
import type { DetectDigits } from '../../detector/detector';
import { isWithin, sizeOf, TRUSTED_SIZES } from '../../detector/digitSizes';
import type { Level } from './pyramid';

/** A digit as the network sees it at one level; its box is in pixels of the picture. */
export interface ScaledDetection extends Detection {
  /** The scale of the level. */
  readonly scale: number;
}

/** So many pixels around a part of a level are looked at, too: what the network sees of a digit's surroundings. */
const MARGIN = 64;

/**
 * Looks for digits at some levels of a picture.
 *
 * @param turn how far to turn the picture clockwise before
 * @param within where to look at a level, in pixels of the turned picture; undefined for everywhere
 * @returns what is seen, in pixels of the turned picture
 */
export async function detectAtScales(
  levels: readonly Level[],
  turn: Turn,
  find: DetectDigits,
  within: (level: Level) => Box | undefined,
): Promise<ScaledDetection[]> {
  const detections: ScaledDetection[] = [];
  for (const level of levels) {
    const { scale, contrast } = level;
    const plane = turnPlane(contrast, turn);
    const place = within(level);
    const part = place && wholePixels(scaled(place, scale, MARGIN), plane);
    for (const { box: found, ...detection } of await find(part ? cropPlane(plane, part) : plane)) {
      if (!isWithin(sizeOf(found), TRUSTED_SIZES)) continue;
      const box = part ? moveBox(found, part.x0, part.y0) : found;
      detections.push({ ...detection, box: scaled(box, 1 / scale), scale });
    }
  }
  return detections;
}

const scaled = ({ x0, y0, x1, y1 }: Box, factor: number, margin = 0): Box => ({
  x0: factor * x0 - margin,
  y0: factor * y0 - margin,
  x1: factor * x1 + margin,
  y1: factor * y1 + margin,
});
