import type { Turn } from '../../picture/quarterTurn';
import type { Detection } from '../detector/decodeDetections';
import type { DetectDigits } from '../detector/detector';
import { detectDigits, type ScaledDetection } from './detectDigits';
import { mergeDetections } from './mergeDetections';
import type { Level } from './pyramid';
import { selectDigits, type Selection } from './selectDigits';
import type { View } from './view';

/** What is found in a view that is turned. */
export interface Found extends Selection {
  readonly view: View;
  readonly turn: Turn;
  /** What the network saw at each level. */
  readonly detections: readonly ScaledDetection[];
  /** All that looks at least a little like a digit. */
  readonly merged: readonly Detection[];
}

/** What detections in a view that is turned come to; the levels weigh in their scores as `mergeDetections` says. */
export function foundIn(
  view: View,
  turn: Turn,
  detections: readonly ScaledDetection[],
  levelWeights?: readonly number[],
): Found {
  const merged = mergeDetections(detections, levelWeights);
  return { view, turn, detections, merged, ...selectDigits(merged) };
}

/**
 * Looks at some levels of a view.
 *
 * @param turn how far to turn it clockwise before
 * @param seen at other levels before, the same way
 * @returns what all of it comes to
 */
export async function look(
  view: View,
  turn: Turn,
  levels: readonly Level[],
  find: DetectDigits,
  seen: readonly ScaledDetection[] = [],
): Promise<Found> {
  return foundIn(view, turn, [...seen, ...(await detectDigits(levels, turn, find))]);
}
