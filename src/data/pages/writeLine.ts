import type { Random } from '../random';
import { between } from './chance';
import { writeDigit, writeLetter, type Hand } from './hand';
import { widenStrokes, type Pen } from './pen';
import type { Mark } from './sheet';
import {
  extentOf,
  mapStroke,
  smoothCurve,
  strokeThrough,
  type Extent,
  type Stroke,
} from './stroke';

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
  readonly seen: Extent;
}

interface Glyph {
  readonly strokes: readonly Stroke[];
  readonly digit: number | undefined;
}

/** The text of a line, from x = 0 on the base line y = 0. */
interface Text {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}

/**
 * Writes a line of text: glyph beside glyph by the gaps of a hand, along a line that may slope and wave.
 *
 * @param first the number in its row of the line's first digit
 * @returns a mark for each glyph, digits with what they are
 */
export function writeLine(writer: Writer, line: Line, first: number, random: Random): Mark[] {
  const { pen } = writer;
  const { glyphs, width } = writeText(writer, line, random);
  const scale = Math.min(1, (line.room ?? Infinity) / width);
  const start = line.x - (line.isCentred ? (scale * width) / 2 : 0);
  let order = first;
  return glyphs.flatMap(({ strokes, digit }): Mark[] => {
    const isRead = digit !== undefined && line.row !== undefined;
    const number = isRead ? order++ : 0;
    if (strokes.length === 0) return [];
    const placed = strokes.map((stroke) =>
      mapStroke(stroke, (x, y) => [scale * x + start, scale * y + line.y]),
    );
    const drawn = widenStrokes(placed, pen, scale * line.size, random);
    return [
      { strokes: drawn, pen, ...(isRead && { digit: { digit, line: line.row, order: number } }) },
    ];
  });
}

function writeText({ hand, pen, seen }: Writer, line: Line, random: Random): Text {
  const { size } = line;
  // The ink reaches half the line's width beyond the middle of the strokes.
  const height = size * Math.max(0.6, 1 - pen.width);
  const gap = between(random, hand.gap) * size;
  const phase = 6.3 * random.uniform();
  const isSeen = (x: number): boolean =>
    line.isCentred === true ||
    (line.x + x > seen.left - 2 * size &&
      line.x + x < seen.right + size &&
      line.y > seen.top - size &&
      line.y < seen.bottom + 2 * size);
  const glyphs: Glyph[] = [];
  let x = 0;
  let before: { readonly strokes: readonly Stroke[]; readonly isLetter: boolean } | undefined;
  for (const character of line.text) {
    if (character === ' ') {
      x += size * between(random, [0.45, 0.8]);
      before = undefined;
      continue;
    }
    const digit = character >= '0' && character <= '9' ? Number(character) : undefined;
    if (!isSeen(x)) {
      glyphs.push({ strokes: [], digit });
      x += 0.55 * size + gap;
      continue;
    }
    const written =
      digit === undefined
        ? writeLetter(hand, character, height, random)
        : writeDigit(hand, digit, height, random);
    const isLetter = smallLetter.test(character);
    const isJoined = isLetter && hand.isCursive && before?.isLetter === true;
    if (isJoined) x += size * between(random, [-0.08, 0.12]);
    else if (before !== undefined) {
      // Letters stand closer than digits.
      const space = letter.test(character)
        ? 0.12 * size + Math.min(0.12 * size, 0.3 * Math.max(0, gap))
        : gap + hand.gapJitter * size * random.normal();
      x += space + pen.width * size;
    }
    const { left, right } = extentOf(written);
    const sway = hand.wave * size * Math.sin(phase + (0.5 * x) / size) + hand.slope * x;
    const jitter = digit === undefined ? hand.lineJitter / 2 : hand.lineJitter;
    const [shiftX, shiftY] = [x - left, sway + jitter * size * random.normal()];
    const strokes = written.map((stroke) => mapStroke(stroke, (u, v) => [u + shiftX, v + shiftY]));
    glyphs.push({
      strokes: isJoined ? [...strokes, joinLetters(before!.strokes[0], strokes[0], size)] : strokes,
      digit,
    });
    x += right - left;
    before = { strokes, isLetter };
  }
  return { glyphs, width: x };
}

const letter = /\p{L}/u;
const smallLetter = /\p{Ll}/u;

/** The line from the end of a letter up to the beginning of the next, written without lifting the pen. */
function joinLetters(from: Stroke, to: Stroke, size: number): Stroke {
  const [x0, y0] = from.subarray(-3);
  const [x1, y1] = to;
  const middle = [x0 + 0.6 * (x1 - x0), y0 + 0.35 * (y1 - y0) + 0.03 * size];
  return smoothCurve(strokeThrough([x0, y0, ...middle, x1, y1]), Math.max(1.5, size / 14));
}
