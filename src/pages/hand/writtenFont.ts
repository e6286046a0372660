import type { Font } from '../text/font';
import type { Stroke } from '../../strokes/stroke';
import { vectorizeOutline } from '../../strokes/vectorizeOutline';

/** A letter as a pen writes it. Capitals are 1 high and stand on y = 0. */
export interface WrittenLetter {
  readonly strokes: readonly Stroke[];
  /** How far after its origin the next letter's lies. */
  readonly advance: number;
}

/** The letters of one hand as strokes, to be written with any pen. */
export interface WrittenFont extends Omit<Font, 'outlineOf'> {
  /** A letter or sign; undefined where the font has none. */
  readonly letterOf: (character: string) => WrittenLetter | undefined;
}

/** Makes a font ready to be written. A letter is turned into strokes when it is first asked for, and kept. */
export function createWrittenFont({ outlineOf, ...font }: Font): WrittenFont {
  const known = new Map<string, WrittenLetter | undefined>();
  return {
    ...font,
    letterOf: (character) => {
      if (!known.has(character)) {
        const outline = outlineOf(character);
        known.set(
          character,
          outline && { strokes: vectorizeOutline(outline.contours), advance: outline.advance },
        );
      }
      return known.get(character);
    },
  };
}
