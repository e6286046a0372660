import { iou, liesIn, type Box } from '../../picture/box';
import type { PageTruth } from '../labelledPage';

/** What was answered at a place. */
interface Answer {
  readonly box: Box;
  readonly digit: number;
}

/** What an answer is worth: there is such a digit, there is none, or nobody asked. */
export type Verdict = 'right' | 'wrong' | 'ignored';

/** A box belongs to a digit when it overlaps its box more than this. */
const SAME = 0.4;

/**
 * Compares answers with what a made-up page says.
 *
 * @param answers the surest first: each digit of the page counts once
 * @returns a verdict for each answer
 */
export function matchTruth(answers: readonly Answer[], truth: PageTruth): Verdict[] {
  const left = new Set(truth.digits);
  return answers.map(({ box, digit }) => {
    let best: { overlap: number; found: (typeof truth.digits)[number] } | undefined;
    for (const found of left) {
      const overlap = iou(box, found.box);
      if (overlap > SAME && overlap > (best?.overlap ?? 0)) best = { overlap, found };
    }
    if (best) {
      left.delete(best.found);
      return best.found.digit === digit ? 'right' : 'wrong';
    }
    const isIgnored = truth.ignored.some((place) => liesIn(box, place));
    return isIgnored ? 'ignored' : 'wrong';
  });
}
