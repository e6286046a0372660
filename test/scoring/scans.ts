import type { Turn } from '../../src/picture/quarterTurn';
import type { PictureLabel } from '../../src/pages/labels/truth';
import type { DigitReading, PageReading } from '../../src/reader/page/pageReading';

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
    ...more,
  };
}

/**
 * A reading of lines of digits, `?` for a mark without one: each digit is 10 pixels wide and high, 20 from the next
 * one, and each line 20 below the one before it.
 */
export function readAs(
  lines: readonly string[],
  { turn = 0, confidence = 0.9 }: { turn?: Turn; confidence?: number } = {},
): PageReading {
  const digitAt = (character: string, line: number, order: number): DigitReading => ({
    digit: character === '?' ? null : Number(character),
    confidence,
    box: { x0: 20 * order, y0: 20 * line, x1: 20 * order + 10, y1: 20 * line + 10 },
    alternatives: [],
  });
  return {
    width: 200,
    height: 100,
    turn,
    tilt: 0,
    lines: lines.map((text, line) => ({
      text,
      digits: Array.from(text, (character, order) => digitAt(character, line, order)),
      signs: [],
    })),
    refused: [],
  };
}
