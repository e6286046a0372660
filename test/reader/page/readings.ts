import type { Alternative, DigitReading, PageReading } from '../../../src/reader/page/pageReading';
import { readNumbers } from '../../../src/reader/page/readNumbers';

/** A mark with an answer, or without one, at a box of 10 by 20 pixels. */
export function markOf(
  digit: number | null,
  confidence: number,
  more: Partial<DigitReading> = {},
): DigitReading {
  const alternatives: Alternative[] = digit === null ? [{ digit: 5, confidence }] : [];
  return { digit, confidence, box: { x0: 20, y0: 20, x1: 30, y1: 40 }, alternatives, ...more };
}

/** A page with one line. */
export function pageOf(
  text: string,
  digits: readonly DigitReading[],
  refused: readonly DigitReading[] = [],
): PageReading {
  const lines = digits.length > 0 ? readNumbers([{ text, digits, signs: [] }]) : [];
  return { width: 60, height: 60, turn: 0, tilt: 0, lines, refused };
}
