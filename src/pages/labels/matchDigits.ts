import { iou, containsCentre, type Box } from '../../picture/box';
import type { PlacedDigit } from './truth';

/** A digit and where it stands. */
interface Answer {
  readonly box: Box;
  readonly digit: number;
}

/** What an answer is worth. */
export interface Match<Digit extends Answer = PlacedDigit> {
  /** `wrong`: there is another digit; `surplus`: there is none; `ignored`: nobody asked. */
  readonly verdict: 'right' | 'wrong' | 'surplus' | 'ignored';
  /** The digit that it belongs to. */
  readonly truth?: Digit;
}

/** An answer belongs to a digit when the intersection over union of their boxes is above this. */
const SAME_DIGIT = 0.4;

/**
 * Compares answers with the digits of a picture by where they stand.
 *
 * @param answers the surest first: each digit counts once
 * @param truth what is to be read, and where nothing is wrong
 * @returns a match for each answer
 */
export function matchDigits<Digit extends Answer>(
  answers: readonly Answer[],
  { digits, ignored }: { readonly digits: readonly Digit[]; readonly ignored: readonly Box[] },
): Match<Digit>[] {
  const left = new Set(digits);
  return answers.map(({ box, digit }): Match<Digit> => {
    let best: { overlap: number; truth: Digit } | undefined;
    for (const truth of left) {
      const overlap = iou(box, truth.box);
      if (overlap > SAME_DIGIT && overlap > (best?.overlap ?? 0)) best = { overlap, truth };
    }
    if (best) {
      const { truth } = best;
      left.delete(truth);
      return { verdict: truth.digit === digit ? 'right' : 'wrong', truth };
    }
    return { verdict: ignored.some((place) => containsCentre(place, box)) ? 'ignored' : 'surplus' };
  });
}
