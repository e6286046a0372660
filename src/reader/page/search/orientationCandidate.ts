import type { Turn } from '../../../picture/quarterTurn';
import type { Detection } from '../../detector/decodeDetections';
import type { ScaledDetection } from './detectAtScales';
import { mergeDetections } from './mergeDetections';
import { selectDigits, type Selection } from './selectDigits';
import type { View } from './view';

/** One way that a page may lie, with what was found under it so far. */
export interface OrientationCandidate extends Selection {
  readonly view: View;
  /** How far the view is turned clockwise. */
  readonly turn: Turn;
  /** What the network saw at each scale. */
  readonly detections: readonly ScaledDetection[];
  /** All that looks at least a little like a digit. */
  readonly merged: readonly Detection[];
}

/**
 * Sums up the detections of a view that is turned.
 *
 * @param levelWeights what the surest scales weigh in a score, as `mergeDetections` says
 */
export function createCandidate(
  view: View,
  turn: Turn,
  detections: readonly ScaledDetection[] = [],
  levelWeights?: readonly number[],
): OrientationCandidate {
  const merged = mergeDetections(detections, levelWeights);
  return { view, turn, detections, merged, ...selectDigits(merged) };
}
