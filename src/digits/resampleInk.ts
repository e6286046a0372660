import { inkBox } from '../picture/inkBox';
import type { Plane } from '../picture/picture';
import { resampleArea } from '../picture/resample';

/**
 * Brings the ink of a digit to a number of pixels.
 *
 * @param plane ink in 0..255
 * @param side pixels along the longer side of the ink, at least 1
 * @param isStretched whether the shorter side gets as many, so that the aspect is lost
 * @returns undefined where there is no ink
 */
export function resampleInk(
  plane: Plane<Uint8Array>,
  side: number,
  isStretched: boolean,
): Plane<Float32Array> | undefined {
  // A faint rim of the strokes does not count.
  const box = inkBox(plane, 25);
  if (!box) return undefined;
  const [boxWidth, boxHeight] = [box.x1 - box.x0, box.y1 - box.y0];
  const scale = side / Math.max(boxWidth, boxHeight);
  const width = isStretched ? side : Math.max(1, Math.round(boxWidth * scale));
  const height = isStretched ? side : Math.max(1, Math.round(boxHeight * scale));
  return { width, height, data: resampleArea(plane, box, width, height) };
}
