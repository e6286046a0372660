import { areaOf, commonArea, iou } from '../../../picture/box';
import type { Detection } from '../../detector/decodeDetections';
import type { ScaledDetection } from './detectAtScales';

/** How much speaks for a detection: what is sure and clear; 0..1. */
export function evidenceOf({ score, probabilities }: Detection): number {
  return score ** 3 * Math.max(...probabilities);
}

/** Detections that overlap more are of one digit. */
const SAME_IOU = 0.45;
/** A detection that has more than this share of its area in common with a better one is a part of it. */
const PART_SHARE = 0.6;
/** What the surest levels weigh, the surest first: what is a digit at one size only is mostly none. */
const LEVEL_WEIGHTS: readonly number[] = [0.6, 0.4];

/**
 * Puts together what was seen of the same digits at several levels.
 *
 * @param levelWeights what the surest levels weigh in a score, the surest first; 1 together
 * @default levelWeights six tenths and four tenths
 * @returns one detection of each, the surest first
 */
export function mergeDetections(
  detections: readonly ScaledDetection[],
  levelWeights = LEVEL_WEIGHTS,
): Detection[] {
  const left = [...detections].sort((a, b) => b.score - a.score);
  const merged: Detection[] = [];
  while (left.length > 0) {
    const [best] = left;
    const same: ScaledDetection[] = [];
    const others: ScaledDetection[] = [];
    for (const detection of left) {
      const isSame = detection === best || iou(detection.box, best.box) > SAME_IOU;
      (isSame ? same : others).push(detection);
    }
    left.splice(0, left.length, ...others);
    merged.push(mergeSame(same, levelWeights));
  }
  merged.sort((a, b) => b.score - a.score);
  const kept: Detection[] = [];
  for (const detection of merged) {
    const isPart = kept.some(
      ({ box }) =>
        commonArea(box, detection.box) >= PART_SHARE * Math.min(areaOf(box), areaOf(detection.box)),
    );
    if (!isPart) kept.push(detection);
  }
  return kept;
}

/** One detection of detections of the same digit, the surest weighing most. */
function mergeSame(same: readonly ScaledDetection[], levelWeights: readonly number[]): Detection {
  const ofLevel = new Map<number, number>();
  const probabilities = new Float32Array(10);
  let [x0, y0, x1, y1, total] = [0, 0, 0, 0, 0];
  for (const { box, score, probabilities: seen, scale } of same) {
    ofLevel.set(scale, Math.max(score, ofLevel.get(scale) ?? 0));
    const weight = score ** 2;
    total += weight;
    x0 += weight * box.x0;
    y0 += weight * box.y0;
    x1 += weight * box.x1;
    y1 += weight * box.y1;
    seen.forEach((probability, digit) => (probabilities[digit] += weight * probability));
  }
  const scores = [...ofLevel.values()].sort((a, b) => b - a);
  return {
    box: { x0: x0 / total, y0: y0 / total, x1: x1 / total, y1: y1 / total },
    score: levelWeights.reduce((sum, weight, at) => sum + weight * (scores[at] ?? 0), 0),
    probabilities: probabilities.map((sum) => sum / total),
  };
}
