import type { Picture } from '../../picture/picture';
import type { PictureScore, ScoredDigit } from '../../scoring/scorePicture';
import { comparedLines } from './comparedLines';
import { placed, type Drawing } from './drawing';
import { mistakeTiles } from './mistakeTiles';
import { pictureView } from './pictureView';
import { fitted, textLine } from './textLine';
import { uprightView } from './uprightView';

/** Pixels. */
export const CARD_WIDTH = 520;
const PADDING = 16;
const SPACE = 12;
const OVERVIEW_HEIGHT = 380;
/** The width inside of the padding. */
const INNER = CARD_WIDTH - 2 * PADDING;

/**
 * Draws what went wrong in a picture: the upright picture with all that was read and missed, each mistake in its
 * surroundings, and the lines with mistakes beside their labels.
 *
 * @param picture the picture that was read, in its full size
 * @returns a drawing of the width `CARD_WIDTH`
 */
export function mistakeCard(picture: Picture, score: PictureScore): Drawing {
  const view = uprightView(picture, score);
  const whole = { x0: 0, y0: 0, x1: view.picture.width, y1: view.picture.height };
  const room = { width: INNER, height: OVERVIEW_HEIGHT };
  const parts = [
    heading(score),
    pictureView(view.picture, whole, room, view.boxes),
    ...mistakeTiles(view, score, INNER),
    ...comparedLines(view, score, INNER),
  ];
  let y = PADDING;
  const content = parts.map((part) => {
    const drawn = placed(part, PADDING, y);
    y += part.height + SPACE;
    return drawn;
  });
  return { width: CARD_WIDTH, height: Math.ceil(y - SPACE + PADDING), content: content.join('') };
}

function heading({ label, digits, unanswered, reading }: PictureScore): Drawing {
  const count = (verdict: ScoredDigit['verdict']): number =>
    digits.filter((digit) => digit.verdict === verdict).length;
  const counts: readonly (readonly [number, string])[] = [
    [count('wrong'), 'wrong'],
    [count('missing'), 'missing'],
    [count('surplus'), 'surplus'],
    [unanswered.length, 'left to a person'],
  ];
  const facts = [
    `${label.kind} from ${label.source}`,
    `${label.digits.length} digits${label.isScattered ? ' in no order' : ''}`,
    ...counts.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`),
    ...(reading && reading.turn !== (label.turn ?? 0)
      ? [`read turned by ${reading.turn}°, not ${label.turn ?? 0}°`]
      : []),
  ];
  const name = { size: 15, isBold: true };
  const small = { size: 11 };
  const lines = [
    textLine(fitted(label.file, INNER, name), 14, name),
    textLine(fitted(facts.join(' · '), INNER, small), 32, small),
  ];
  return { width: INNER, height: 36, content: lines.join('') };
}
