import type { Turn } from '../../picture/quarterTurn';
import type { DetectDigits } from '../detector/detector';
import { sizeOf } from '../detector/digitSizes';
import { look, type Found } from './look';
import type { View } from './view';

/** What is smaller than this at a level is seen better at the next larger one, in pixels. */
const SMALL = 26;
/** What is surer than this may be a small digit. */
const POSSIBLE = 0.25;

/** Whether a level that is larger than those that were looked at may show more. */
function mayShowMore({ detections, digits }: Found, largestSeen: number): boolean {
  return (
    digits.length === 0 ||
    detections.some(
      ({ box, score, scale }) =>
        scale === largestSeen && score > POSSIBLE && sizeOf(box) * scale < SMALL,
    )
  );
}

/**
 * Looks at all levels of a view; the largest, which takes half of the time, is left out where nothing small is seen at
 * the next.
 *
 * @param turn how far to turn it clockwise before
 */
export async function lookFully(view: View, turn: Turn, find: DetectDigits): Promise<Found> {
  const [largest, next, ...others] = view.levels;
  if (view.levels.length < 2) return look(view, turn, view.levels, find);
  const found = await look(view, turn, [next, ...others], find);
  return mayShowMore(found, next.scale)
    ? look(view, turn, [largest], find, found.detections)
    : found;
}
