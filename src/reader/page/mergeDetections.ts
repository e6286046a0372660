import { areaOf, commonArea, iou, type Box } from '../../picture/box';
import type { Sighting } from './detectDigits';

/** A place of a picture where there may be a digit. */
export interface Candidate {
  /** In pixels of the picture. */
  readonly box: Box;
  /** How sure the levels are, together, that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9, where there is one; [10]. */
  readonly probabilities: Float32Array;
}

/** How much speaks for a candidate: what is sure and clear; 0..1. */
export function evidenceOf({ score, probabilities }: Candidate): number {
  return score ** 3 * Math.max(...probabilities);
}

/** Sightings that overlap more are of one digit. */
const SAME_OVERLAP = 0.45;
/** A candidate that has more than this share of its area in common with a better one is a part of it. */
const PART_SHARE = 0.6;
/** What the second surest level weighs: what is a digit at one size only is mostly none. */
const SECOND_LEVEL = 0.4;

/**
 * Puts together what was seen of the same digits at several levels.
 *
 * @returns the candidates, the surest first
 */
export function mergeSightings(sightings: readonly Sighting[]): Candidate[] {
  const left = [...sightings].sort((a, b) => b.score - a.score);
  const candidates: Candidate[] = [];
  while (left.length > 0) {
    const [best] = left;
    const same: Sighting[] = [];
    const others: Sighting[] = [];
    for (const sighting of left) {
      const isSame = sighting === best || iou(sighting.box, best.box) > SAME_OVERLAP;
      (isSame ? same : others).push(sighting);
    }
    left.splice(0, left.length, ...others);
    candidates.push(mergeSame(same));
  }
  candidates.sort((a, b) => b.score - a.score);
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const isPart = kept.some(
      ({ box }) =>
        commonArea(box, candidate.box) >= PART_SHARE * Math.min(areaOf(box), areaOf(candidate.box)),
    );
    if (!isPart) kept.push(candidate);
  }
  return kept;
}

/** One candidate of sightings of the same digit, the surest weighing most. */
function mergeSame(same: readonly Sighting[]): Candidate {
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
  const [first, second = 0] = [...ofLevel.values()].sort((a, b) => b - a);
  return {
    box: { x0: x0 / total, y0: y0 / total, x1: x1 / total, y1: y1 / total },
    score: (1 - SECOND_LEVEL) * first + SECOND_LEVEL * second,
    probabilities: probabilities.map((sum) => sum / total),
  };
}
