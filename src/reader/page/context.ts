import { sizeOf } from '../detector/digitSizes';
import type { Detection } from '../detector/decodeDetections';
import { evidenceOf } from './search/mergeDetections';

/** Detections whose sizes differ by more than this factor say nothing of each other. */
const LIKE_SIZE = 2;

/**
 * Tells for each detection of a page how clear those of like size are: the mean of their evidence, its own
 * included. What looks like a digit among detections that hardly do is likely a letter or a part of a drawing.
 *
 * @param detections all of a page, those that were refused too
 * @returns in 0..1, for each of them
 */
export function contextsOf(detections: readonly Detection[]): number[] {
  const known = detections.map((detection) => ({
    size: sizeOf(detection.box),
    evidence: evidenceOf(detection),
  }));
  return known.map(({ size }) => {
    const alike = known.filter(
      (other) => other.size <= LIKE_SIZE * size && size <= LIKE_SIZE * other.size,
    );
    return alike.reduce((sum, { evidence }) => sum + evidence, 0) / alike.length;
  });
}
