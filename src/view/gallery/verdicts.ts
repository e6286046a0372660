import type { ScoredDigit } from '../../scoring/scorePicture';
import { colors } from '../theme';

/** What can be said of a place in a picture. */
export type PlaceVerdict = ScoredDigit['verdict'] | 'unanswered';

/** How a place is drawn. */
interface VerdictStyle {
  readonly color: string;
  /** Lengths of dashes and gaps in pixels; an unbroken line by default. */
  readonly dashes?: string;
  readonly meaning: string;
}

/** How each verdict is drawn, and what it means. */
export const verdictStyles: Readonly<Record<PlaceVerdict, VerdictStyle>> = {
  right: { color: colors.green, meaning: 'right' },
  wrong: { color: colors.orange, meaning: 'read as another digit' },
  missing: { color: colors.blue, dashes: '5 3', meaning: 'missing' },
  surplus: { color: colors.purple, meaning: 'surplus: no digit there' },
  unanswered: { color: colors.text, dashes: '1.5 2.5', meaning: 'left to a person' },
};
