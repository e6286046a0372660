import type { Turn } from '../../src/picture/quarterTurn';
import type { PictureLabel } from '../../src/pages/labels/truth';
import type { PageReading } from '../../src/reader/page/pageReading';
import { readNumbers } from '../../src/reader/page/readNumbers';
import { OTHER, SYMBOLS } from '../../src/reader/line/alphabet';

/** The symbols that are neither digits nor spaces. */
const SIGNS = SYMBOLS.replace(/[\d ]/g, '').replace(OTHER, '');

/** A label of lines of digits. */
export function labelled(lines: readonly string[], more: Partial<PictureLabel> = {}): PictureLabel {
  return {
    file: 'a.png',
    kind: lines.length === 1 ? 'line' : 'page',
    source: 'one/hand',
    digits: lines.flatMap((text, line) =>
      Array.from(text, (digit) => ({ digit: Number(digit), line })),
    ),
    isScattered: false,
    ignored: [],
    turn: undefined,
    texts: [],
    ...more,
  };
}

/**
 * A reading of lines of text, `?` for a mark without a digit: each character is 10 pixels wide and high, 20 from the
 * next one, and each line 20 below the one before it.
 */
export function readAs(
  lines: readonly string[],
  { turn = 0, confidence = 0.9 }: { turn?: Turn; confidence?: number } = {},
): PageReading {
  const written = lines.map((text, line) => {
    const marks = Array.from(text, (character, order) => ({
      character,
      confidence,
      box: { x0: 20 * order, y0: 20 * line, x1: 20 * order + 10, y1: 20 * line + 10 },
    }));
    return {
      text,
      digits: marks
        .filter(({ character }) => /[\d?]/.test(character))
        .map(({ character, ...mark }) => ({
          ...mark,
          digit: character === '?' ? null : Number(character),
          alternatives: character === '?' ? [{ digit: 5, confidence }] : [],
        })),
      signs: marks.flatMap(({ character, ...mark }, at) => {
        if (!SIGNS.includes(character)) return [];
        const after = text.slice(0, at).replace(/[^\d?]/g, '').length;
        return [{ ...mark, symbol: character, after }];
      }),
    };
  });
  return { width: 200, height: 100, turn, tilt: 0, lines: readNumbers(written), refused: [] };
}
