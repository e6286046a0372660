import type { Random } from '../random';
import { between } from './chance';
import { writeDigit, writeLetter, type Hand } from './hand';
import { widenStrokes, type Pen } from './pen';
import type { Mark, Region } from './sheet';
import { extentOf, mapStroke, type Stroke } from './stroke';

/** A line of text and where it stands. */
export interface Line {
  /** Digits, letters, signs and spaces. */
  readonly text: string;
  /** Where it begins, or where its middle is. */
  readonly x: number;
  readonly isCentred?: boolean;
  /** The base line at x = `x`. */
  readonly y: number;
  /** The height of digits. */
  readonly size: number;
  /** How long the line may be: a longer one is written smaller. */
  readonly room?: number;
  /** Which line of the page it belongs to; undefined where digits in it are none to be read. */
  readonly row: number | undefined;
}

/** Who writes, with what, and what of the sheet can be seen at all. */
export interface Writer {
  readonly hand: Hand;
  readonly pen: Pen;
  /** Glyphs outside are left out. */
  readonly seen: Region;
}

interface Glyph {
  readonly strokes: Stroke[];
  readonly digit: number | undefined;
}

/**
 * Writes a line of text: glyph beside glyph by the gaps of a hand, along a line that may slope and wave.
 *
 * @param first the number in its row of the line's first digit
 * @returns a mark for each glyph, digits with what they are
 */
export function writeLine(writer: Writer, line: Line, first: number, random: Random): Mark[] {
  const { hand, pen, seen } = writer;
  const { size } = line;
  // The ink reaches half the line's width beyond the middle of the strokes.
  const inner = size * Math.max(0.6, 1 - pen.width);
  const glyphs: Glyph[] = [];
  const phase = 6.3 * random.uniform();
  const gap = between(random, hand.gap) * size;
  let x = 0;
  let before: string | undefined;
  for (const character of line.text) {
    if (character === ' ') {
      x += size * between(random, [0.45, 0.8]);
      before = undefined;
      continue;
    }
    const isDigit = character >= '0' && character <= '9';
    const isLetter = /\p{L}/u.test(character);
    const isJoined = isLetter && hand.isCursive && before !== undefined && /\p{L}/u.test(before);
    const isSkipped =
      !line.isCentred &&
      (line.x + x < seen.left - 2 * size || line.x + x > seen.right + size || line.y < seen.top - size || line.y - 2 * size > seen.bottom);
    if (isSkipped) {
      glyphs.push({ strokes: [], digit: isDigit ? Number(character) : undefined });
      x += 0.55 * size + gap;
      continue;
    }
    const written = isDigit
      ? writeDigit(hand, Number(character), inner, random)
      : writeLetter(hand, character, inner, random);
    const { left, right } = extentOf(written);
    // Neighbouring letters stand closer than digits; joined ones share their border.
    const space = isJoined ? -0.06 * size : isLetter ? 0.12 * size + Math.min(0.12 * size, 0.3 * Math.max(0, gap)) : gap + hand.gapJitter * size * random.normal();
    if (before !== undefined) x += space + (isJoined ? 0 : pen.width * size);
    const sway = hand.wave * size * Math.sin(phase + (x / size) * 0.5) + hand.slope * x;
    const rise = (isDigit ? hand.lineJitter : hand.lineJitter / 2) * size * random.normal();
    const [shiftX, shiftY] = [x - left, sway + rise];
    glyphs.push({
      strokes: written.map((stroke) => mapStroke(stroke, (u, v) => [u + shiftX, v + shiftY])),
      digit: isDigit ? Number(character) : undefined,
    });
    x += right - left;
    before = character;
  }
  const scale = Math.min(1, (line.room ?? Infinity) / x);
  const start = line.x - (line.isCentred ? (scale * x) / 2 : 0);
  let order = first;
  return glyphs.flatMap(({ strokes, digit }): Mark[] => {
    const isRead = digit !== undefined && line.row !== undefined;
    const number = isRead ? order++ : 0;
    if (strokes.length === 0) return [];
    const placed = strokes.map((stroke) => mapStroke(stroke, (u, v) => [
        scale * u + start,
        scale * v + line.y,
      ]));
    const drawn = widenStrokes(placed, pen, scale * size, random);
    return [
      { strokes: drawn, pen, ...(isRead && { digit: { digit, line: line.row, order: number } }) },
    ];
  });
}
