import type { Random } from '../../numbers/random';
import { between } from '../../numbers/chance';
import { writeDigit, writeSign, writeWord, type Hand } from './hand';
import { widenStrokes, type Pen } from './pen';
import type { InkMark } from '../sheet/inkMark';
import { tokensOf } from '../text/tokens';
import { extentOf, mapStroke, type Extent, type Stroke } from '../../strokes/stroke';

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
  /** Digits, signs and words outside are left out. */
  readonly seen: Extent;
}

/** How far digits reach into each other at most, compared with their height and their width: none hides another. */
const maxOverlap = 0.2;

/** A digit, a sign or a word. */
interface Part {
  readonly strokes: readonly Stroke[];
  readonly digit: number | undefined;
}

/** The text of a line, from x = 0 on the base line y = 0. */
interface Text {
  readonly parts: readonly Part[];
  readonly width: number;
}

/**
 * Writes a line of text: digits, signs and words by the gaps of a hand, along a line that may slope and wave.
 *
 * @param first the number in its row of the line's first digit
 * @returns a mark for each digit, sign and word, digits with what they are
 */
export function writeLine(writer: Writer, line: Line, first: number, random: Random): InkMark[] {
  const { pen } = writer;
  const { parts, width } = writeText(writer, line, random);
  const scale = Math.min(1, (line.room ?? Infinity) / width);
  const start = line.x - (line.isCentred ? (scale * width) / 2 : 0);
  let order = first;
  return parts.flatMap(({ strokes, digit }): InkMark[] => {
    const isRead = digit !== undefined && line.row !== undefined;
    const number = isRead ? order++ : 0;
    if (strokes.length === 0) return [];
    const placed = strokes.map((stroke) =>
      mapStroke(stroke, (x, y) => [scale * x + start, scale * y + line.y]),
    );
    const drawn = widenStrokes(placed, pen, scale * line.size, random);
    return [
      {
        strokes: drawn,
        pen,
        ...(isRead && { digit: { digit, line: line.row, order: number } }),
      },
    ];
  });
}

function writeText({ hand, pen, seen }: Writer, line: Line, random: Random): Text {
  const { size } = line;
  // The ink reaches half the line's width beyond the middle of the strokes.
  const height = size * Math.max(0.6, 1 - pen.width);
  const gap = between(random, hand.gap) * size;
  const phase = 6.3 * random.uniform();
  const isSeen = (x: number, width: number): boolean =>
    line.isCentred === true ||
    (line.x + x + width > seen.left - size &&
      line.x + x < seen.right + size &&
      line.y > seen.top - size &&
      line.y < seen.bottom + 2 * size);
  const parts: Part[] = [];
  let x = 0;
  let isFirst = true;
  for (const token of tokensOf(line.text)) {
    if (token.startsWith(' ')) {
      const space = hand.wordGap * hand.letterSize * (1 + 0.15 * random.normal()) + pen.width;
      x += token.length * size * Math.max(0.3, space);
      isFirst = true;
      continue;
    }
    const digit = /\d/.test(token) ? Number(token) : undefined;
    const isWord = letter.test(token);
    const usualWidth = (isWord ? 0.45 : 0.55) * size * token.length;
    if (!isSeen(x, usualWidth)) {
      parts.push({ strokes: [], digit });
      x += usualWidth + gap;
      continue;
    }
    const written = isWord
      ? writeWord(hand, token, height, random)
      : digit === undefined
        ? writeSign(hand, token, height, random)
        : writeDigit(hand, digit, height, random);
    const { left, right } = extentOf(written);
    if (!isFirst) {
      const most = Math.min(maxOverlap * size, maxOverlap * (right - left));
      // Letters stand closer than digits.
      const space = isWord
        ? 0.12 * size + Math.min(0.12 * size, 0.3 * Math.max(0, gap))
        : Math.max(-most, gap + hand.gapJitter * size * random.normal());
      x += space + pen.width * size;
    }
    const sway = hand.wave * size * Math.sin(phase + (0.5 * x) / size) + hand.slope * x;
    // Long words rise with their line.
    const rise = isWord ? hand.slope : 0;
    const jitter = digit === undefined ? hand.lineJitter / 2 : hand.lineJitter;
    const [shiftX, shiftY] = [x - left, sway + jitter * size * random.normal()];
    parts.push({
      strokes: written.map((stroke) =>
        mapStroke(stroke, (u, v) => [u + shiftX, v + shiftY + rise * (u - left)]),
      ),
      digit,
    });
    x += right - left;
    isFirst = false;
  }
  return { parts, width: x };
}

const letter = /^\p{L}/u;
