import type { DetectDigits } from '../detector/detector';
import { sizeOf } from '../detector/digitSizes';
import { closerLevels } from './pyramid';
import { look, type Found } from './look';

/** A digit this small at the largest level is seen there alone, in pixels. */
const SMALL = 20;
/** What is surer than this counts as small digits. */
const SURE = 0.5;
/** So many small digits are worth a closer look. */
const MIN_SMALL = 2;

/** Whether a closer look may find more: nothing was found, or small digits were seen. */
function isWorthCloser({ detections, digits, view }: Found): boolean {
  const largest = view.levels[0].scale;
  const small = detections.filter(
    ({ box, score, scale }) => scale === largest && score > SURE && sizeOf(box) * scale < SMALL,
  );
  return digits.length === 0 || small.length >= MIN_SMALL;
}

/** Looks at larger levels as long as these may show more than was found. */
export async function lookCloser(found: Found, find: DetectDigits): Promise<Found> {
  let best = found;
  while (isWorthCloser(best)) {
    const { view, turn, detections } = best;
    const closer = closerLevels(view.brightness, view.levels[0].scale);
    if (closer.length === 0) break;
    const closerView = { ...view, levels: [...closer, ...view.levels] };
    best = await look(closerView, turn, closer, find, detections);
  }
  return best;
}
