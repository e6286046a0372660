import type { Stroke } from '../../strokes/stroke';

/** The alphabets whose words are written. */
export type Alphabet = 'latin' | 'cyrillic' | 'greek' | 'devanagari' | 'hangul';

/** The shape of a letter. Capitals are 1 high and stand on y = 0; y runs downwards. */
export interface Outline {
  /** Closed lines of no width around its ink; those around holes run the other way round. */
  readonly contours: readonly Stroke[];
  /** How far after its origin the next letter's lies. */
  readonly advance: number;
}

/** The letters of one hand or one typeface. */
export interface Font {
  readonly name: string;
  readonly alphabets: readonly Alphabet[];
  /** Whether its letters run into each other, so that none may be moved. */
  readonly isJoined: boolean;
  /** The shape of a letter or sign; undefined where the font has none. */
  readonly outlineOf: (character: string) => Outline | undefined;
}

/** What words are written and printed with. */
export interface FontSet {
  readonly handwriting: readonly Font[];
  readonly print: readonly Font[];
}
