import { unionOf } from '../../picture/box';
import type { DetectDigits } from '../detector/detector';
import { isWithin, sizeOf, TRUSTED_SIZES } from '../detector/digitSizes';
import { detectDigits } from './detectDigits';
import { foundIn, type Found } from './look';
import { levelsBetween } from './pyramid';

/** With twice as many levels a digit is sure at three of them. */
const LEVEL_WEIGHTS = [0.6, 0.3, 0.1] as const;

/**
 * Looks at the levels between those that told how a page lies, as far as something was seen that may be a digit of the right
 * size there: a digit is seen at twice as many of them, and more that agree tell it more surely from what is none.
 */
export async function lookFiner(found: Found, find: DetectDigits): Promise<Found> {
  const { view, turn, digits, refused } = found;
  const seen = [...digits, ...refused].map(({ box }) => box);
  if (seen.length === 0) return found;
  const detections = [...found.detections];
  for (const level of levelsBetween(view.brightness, view.levels[0].scale)) {
    const fitting = seen.filter((box) => isWithin(level.scale * sizeOf(box), TRUSTED_SIZES));
    if (fitting.length === 0) continue;
    detections.push(...(await detectDigits([level], turn, find, fitting.reduce(unionOf))));
  }
  return foundIn(view, turn, detections, LEVEL_WEIGHTS);
}
