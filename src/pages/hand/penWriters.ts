import { pick } from '../../numbers/chance';
import type { Random } from '../../numbers/random';
import { signForms } from '../../strokes/drawnForms';
import { extentOf, mapStroke, smoothCurve, type Stroke } from '../../strokes/stroke';
import type { WrittenFont, WrittenLetter } from './writtenFont';

/** A digit, letter or sign as a person wrote it with a pen whose way was recorded. */
export interface PenSample {
  /** What it is: one character. */
  readonly label: string;
  /** Who wrote it. */
  readonly writer: string;
  /** The points of each stroke in any unit, x to the right, y downwards. */
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
}

type Glyph = readonly Stroke[];

/** One way to write something; made when it is first asked for, and kept. */
type Way = () => Glyph;

/** What one person wrote with a pen whose way was recorded. */
export interface PenWriter {
  /** The digits of each class, 0 to 9, 1 high around the origin; a class may be empty. */
  readonly digits: readonly (readonly Way[])[];
  /** Letters, 1 high (signs as large as beside such letters) on the base line y = 0, each from x = 0 on. */
  readonly others: ReadonlyMap<string, readonly Way[]>;
}

/** Points closer than this, compared with the larger side, say no more about a line. */
const MIN_STEP = 0.03;
/** How far letters reach above and below the base line, where it is not as far as a capital. */
const reaches: Readonly<Record<string, readonly [above: number, below: number]>> = {
  ...Object.fromEntries(Array.from('acemnorsuvwxz', (letter) => [letter, [0.62, 0]])),
  ...Object.fromEntries(Array.from('gpqy', (letter) => [letter, [0.62, 0.4]])),
  j: [0.85, 0.4],
  i: [0.85, 0],
  t: [0.9, 0],
};
/** How much further than its ink a letter's advance goes. */
const LETTER_SPACE = 0.1;

/** A recorded glyph, its larger side 1, with its corner in the origin. */
function toGlyph(strokes: PenSample['strokes']): Glyph {
  const lines = strokes
    .filter((points) => points.length > 0)
    .map((points) => Float32Array.from(points.flatMap(([x, y]) => [x, y, 1])));
  const { left, top, right, bottom } = extentOf(lines);
  const scale = 1 / Math.max(right - left, bottom - top, 1e-6);
  return lines.map((line) => {
    const placed = mapStroke(line, (x, y) => [(x - left) * scale, (y - top) * scale]);
    return smoothCurve(withoutDense(placed), 0.05);
  });
}

/** Leaves out points that lie hardly apart; a dot keeps two. */
function withoutDense(stroke: Stroke): Stroke {
  const kept = [...stroke.subarray(0, 3)];
  const last = stroke.length - 3;
  for (let at = 3; at < last; at += 3) {
    const [x, y] = kept.slice(-3);
    if (Math.hypot(stroke[at] - x, stroke[at + 1] - y) >= MIN_STEP) {
      kept.push(...stroke.subarray(at, at + 3));
    }
  }
  kept.push(...stroke.subarray(last));
  return Float32Array.from(kept);
}

function stretched(glyph: Glyph, scale: number, x: number, y: number): Glyph {
  return glyph.map((stroke) => mapStroke(stroke, (u, v) => [scale * u + x, scale * v + y]));
}

/** A digit 1 high, or less where it is wide, around the origin. */
function asDigit(glyph: Glyph): Glyph {
  const { right, bottom } = extentOf(glyph);
  const scale = 1 / Math.max(bottom, 0.75 * right, 1e-6);
  return stretched(glyph, scale, (-right * scale) / 2, (-bottom * scale) / 2);
}

/** A letter or sign on the base line y = 0; a sign as large and as high as the drawn one. */
function asLetter(glyph: Glyph, character: string): Glyph {
  const { right, bottom } = extentOf(glyph);
  const form = signForms.get(character);
  if (form) {
    const drawn = extentOf(form);
    const [width, height] = [drawn.right - drawn.left, drawn.bottom - drawn.top];
    const scale = Math.max(width, height);
    const [x, y] = [(drawn.left + drawn.right) / 2, (drawn.top + drawn.bottom) / 2];
    return stretched(glyph, scale, x - (right * scale) / 2, y - (bottom * scale) / 2);
  }
  const [above, below] = reaches[character] ?? [1, 0];
  const scale = (above + below) / Math.max(bottom, 0.3);
  return stretched(glyph, scale, 0, below - bottom * scale);
}

function kept(make: Way): Way {
  let made: Glyph | undefined;
  return () => (made ??= make());
}

/** Sorts recorded digits, letters and signs by who wrote them. */
export function penWriters(samples: Iterable<PenSample>): PenWriter[] {
  const writers = new Map<string, { digits: Way[][]; others: Map<string, Way[]> }>();
  for (const { label, writer: name, strokes } of samples) {
    let writer = writers.get(name);
    if (!writer) {
      writer = { digits: Array.from({ length: 10 }, () => []), others: new Map() };
      writers.set(name, writer);
    }
    if (!strokes.some((points) => points.length > 0)) continue;
    if (/^\d$/.test(label)) {
      writer.digits[Number(label)].push(kept(() => asDigit(toGlyph(strokes))));
    } else {
      const ways = writer.others.get(label) ?? [];
      ways.push(kept(() => asLetter(toGlyph(strokes), label)));
      writer.others.set(label, ways);
    }
  }
  return [...writers.values()];
}

/** Whether someone wrote enough different letters to write words in them. */
export function writesWords({ others }: PenWriter): boolean {
  return Array.from('aeinorst', (letter) => others.has(letter)).every(Boolean);
}

/**
 * The letters of a writer as a font: of each letter one way, as the same person writes on one page.
 *
 * @param random decides which
 */
export function createPenFont({ others }: PenWriter, random: Random): WrittenFont {
  const known = new Map<string, WrittenLetter | undefined>();
  const choose = (character: string): WrittenLetter | undefined => {
    const ways = others.get(character);
    if (!ways) return undefined;
    const strokes = pick(random, ways)();
    return { strokes, advance: extentOf(strokes).right + LETTER_SPACE };
  };
  return {
    name: 'recorded',
    alphabets: ['latin'],
    isJoined: false,
    letterOf: (character) => {
      if (!known.has(character)) known.set(character, choose(character));
      return known.get(character);
    },
  };
}
