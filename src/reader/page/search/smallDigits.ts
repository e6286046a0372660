import { sizeOf } from '../../detector/digitSizes';
import type { OrientationCandidate } from './orientationCandidate';

/** What is smaller than this at a scale is seen better at the next finer one, in pixels. */
const SMALL = 26;
/** What is surer than this may be a small digit. */
const POSSIBLE = 0.25;

/** A digit this small at the finest scale is seen there alone, in pixels. */
const SMALLEST = 20;
/** What is surer than this counts as one of the smallest digits. */
const SURE = 0.5;
/** So many of the smallest digits are worth finer scales. */
const MIN_SMALLEST = 2;

/** How many detections at a scale are smaller than so many pixels there, and surer than a score. */
function countSmall(
  { detections }: OrientationCandidate,
  scale: number,
  pixels: number,
  leastScore: number,
): number {
  return detections.filter(
    (seen) => seen.scale === scale && seen.score > leastScore && sizeOf(seen.box) * scale < pixels,
  ).length;
}

/** Whether the finest scale of a view may show more than the next: nothing was found, or something small was. */
export function mayShowMore(candidate: OrientationCandidate): boolean {
  const [, next] = candidate.view.levels;
  return candidate.digits.length === 0 || countSmall(candidate, next.scale, SMALL, POSSIBLE) > 0;
}

/** Whether scales that are finer than those of the view may show more: nothing was found, or the smallest digits were. */
export function isWorthCloser(candidate: OrientationCandidate): boolean {
  const [finest] = candidate.view.levels;
  return (
    candidate.digits.length === 0 ||
    countSmall(candidate, finest.scale, SMALLEST, SURE) >= MIN_SMALLEST
  );
}
