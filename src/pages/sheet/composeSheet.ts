import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick, pickWeighted } from '../../numbers/chance';
import { addDistractors, type Writing } from './distractors';
import { drawDrawing } from './drawings';
import type { Alphabet } from '../text/font';
import { drawHand } from '../hand/hand';
import { drawLayout } from './layout';
import type { DigitPool } from '../hand/digitPool';
import { drawPen, widenStrokes, type Pen } from '../hand/pen';
import type { InkMark } from './inkMark';
import { mapStroke, type Extent } from '../../strokes/stroke';
import { drawSurface, type Surface } from './surface';
import { drawPrinter, printLine } from './printLine';
import { randomDigits, randomWords } from '../text/texts';
import { hands } from '../hand/traits';
import type { Content, Framing } from '../traits';
import { surfaces } from './traits';
import type { View } from '../camera/view';
import { writeLine, type Writer } from '../hand/writeLine';

/** A sheet with all that is on it, before light and camera. */
export interface Sheet {
  readonly surface: Surface;
  /** Where the sheet ends. */
  readonly borders: Extent;
  /** From the lowest to the uppermost: what shines through, what is printed, what is written. */
  readonly marks: readonly InkMark[];
  readonly ignored: readonly Extent[];
  readonly pen: Pen;
  /** Whether the lines have no order among themselves. */
  readonly isScattered: boolean;
}

/** What a sheet is to hold. */
export interface SheetOptions {
  readonly content: Content;
  /** The height of digits in the picture, in pixels. */
  readonly size: number;
  /** Whether writing goes on beyond the picture's borders: a close-up of a full page. */
  readonly isFull: boolean;
  /** How often how much of the sheet is seen: weights. */
  readonly framings: Readonly<Record<Framing, number>>;
}

/** Writes a sheet that is seen in a view. */
export function composeSheet(
  pool: DigitPool,
  view: View,
  options: SheetOptions,
  random: Random,
): Sheet {
  const { content, size, isFull } = options;
  const surface = drawSurface(random, size);
  const borders = drawBorders(view, surface, options, random);
  const region = drawRegion(view, borders, options, random);
  const pen = drawPen(random, surface.ground, surface.isDark);
  const [seenX, seenY] = [view.outer[0] + size, view.outer[1] + size];
  const writer: Writer = {
    hand: drawHand(random, pool),
    pen,
    seen: { left: -seenX, top: -seenY, right: seenX, bottom: seenY },
  };
  const isLined =
    surface.rules !== undefined && surface.rules.kind !== 'dotGrid' && happens(random, 0.8);
  const ruleDistance =
    isLined && surface.rules.distance > 1.1 * size ? surface.rules.distance : undefined;
  const alphabet = drawAlphabet(random, writer.hand.font.alphabets);
  const layout = drawLayout(content, { region, size, ruleDistance, isFull, alphabet }, random);
  const printer = drawPrinter(pool.typefaces, pen, random);
  const printed = layout.printedLines.flatMap((line) => printLine(printer, line));

  // Close-ups may show digits that are cut off by the picture's border; of whole pages they are left out.
  const page = isFull ? borders : seenPart(view, borders);
  const written: InkMark[] = [];
  const counts = new Map<number, number>();
  for (const line of layout.lines) {
    const first = line.row === undefined ? 0 : (counts.get(line.row) ?? 0);
    const marks = writeLine(writer, line, first, random);
    if (line.row !== undefined) counts.set(line.row, first + (line.text.match(/\d/g)?.length ?? 0));
    written.push(...marks.filter((mark) => isOn(mark, page)));
  }
  if (content === 'drawing') {
    for (let count = 1 + random.integer(5); count > 0; count--) {
      const x = between(random, [region.left, region.right]);
      const y = between(random, [region.top, region.bottom]);
      const strokes = drawDrawing(x, y, size * factorBetween(random, [1, 8]), random);
      written.push({ strokes: widenStrokes(strokes, pen, size, random), pen });
    }
  }
  const isPlainContent = content === 'blank' || content === 'single';
  const writing: Writing = { pool, writer, alphabet, region, size, random };
  const disturbed = isPlainContent
    ? { marks: written, ignored: [] as Extent[] }
    : addDistractors([...printed, ...written], writing);
  const hasBack = surface.ground === 'paper' && happens(random, surfaces.backShare);
  return {
    surface,
    borders,
    marks: [
      ...(hasBack ? writeBack(writing) : []),
      ...layout.printed,
      ...disturbed.marks.filter((mark) => isOn(mark, borders)),
    ],
    ignored: disturbed.ignored,
    pen,
    isScattered: layout.isScattered,
  };
}

function drawAlphabet(random: Random, alphabets: readonly Alphabet[]): Alphabet {
  const others = alphabets.filter((alphabet) => alphabet !== 'latin');
  const isOther = others.length > 0 && happens(random, hands.otherAlphabetShare);
  return isOther ? pick(random, others) : 'latin';
}

function isOn({ strokes }: InkMark, { left, top, right, bottom }: Extent): boolean {
  return strokes.every((stroke) => {
    for (let at = 0; at < stroke.length; at += 3) {
      const [x, y] = [stroke[at], stroke[at + 1]];
      if (x < left + 1 || x > right - 1 || y < top + 1 || y > bottom - 1) return false;
    }
    return true;
  });
}

function drawBorders(
  { inner, outer }: View,
  { ground }: Surface,
  { size, isFull, framings }: SheetOptions,
  random: Random,
): Extent {
  const framing = ground === 'screen' ? 'close' : pickWeighted(random, framings);
  const far = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  if (framing === 'close') return far;
  if (framing === 'whole') {
    const [x, y] = [
      inner[0] * between(random, [0.7, 0.97]),
      inner[1] * between(random, [0.7, 0.97]),
    ];
    return { left: -x, top: -y, right: x, bottom: y };
  }
  const part = (): number =>
    isFull ? between(random, [-0.2, 0.95]) : between(random, [0.6, 0.95]);
  const edges: (() => Partial<Extent>)[] = [
    () => ({ left: -outer[0] * part() }),
    () => ({ right: outer[0] * part() }),
    () => ({ top: -outer[1] * part() }),
    () => ({ bottom: outer[1] * part() }),
  ];
  const first = random.integer(4);
  const cut = { ...far, ...edges[first]() };
  const both = happens(random, 0.35) ? { ...cut, ...edges[((first + 2) % 4) ^ 1]() } : cut;
  return both.right - both.left > 2 * size && both.bottom - both.top > 2 * size ? both : far;
}

function drawRegion(
  view: View,
  borders: Extent,
  { content, size, isFull }: SheetOptions,
  random: Random,
): Extent {
  const [reachX, reachY] = isFull ? view.outer : view.inner;
  const margin = isFull ? 0.1 * size : Math.max(0.15 * size, 0.03 * reachX);
  const region = {
    left: Math.max(borders.left, -reachX) + margin,
    top: Math.max(borders.top, -reachY) + margin,
    right: Math.min(borders.right, reachX) - margin,
    bottom: Math.min(borders.bottom, reachY) - margin,
  };
  if (isFull || content === 'single' || !happens(random, 0.5)) return region;
  // Many people fill a part of the page only.
  const shrink = (from: number, to: number, least: number): [number, number] => {
    const length = Math.min(to - from, Math.max(least, (to - from) * between(random, [0.4, 1])));
    const start = from + (to - from - length) * random.uniform();
    return [start, start + length];
  };
  const [left, right] = shrink(region.left, region.right, 6 * size);
  const [top, bottom] = shrink(region.top, region.bottom, 3 * size);
  return { left, top, right, bottom };
}

/** What of a sheet is seen for sure. */
function seenPart({ inner }: View, borders: Extent): Extent {
  return {
    left: Math.max(borders.left, -inner[0]),
    top: Math.max(borders.top, -inner[1]),
    right: Math.min(borders.right, inner[0]),
    bottom: Math.min(borders.bottom, inner[1]),
  };
}

/** What is written on the back of a thin sheet, mirrored and pale. */
function writeBack({ writer, alphabet, region, size, random }: Writing): InkMark[] {
  const opacity = between(random, surfaces.back);
  const pen: Pen = {
    ...writer.pen,
    opacity,
    grain: 0,
    gaps: 0,
    softness: between(random, [2, 6]),
    repeats: 0,
  };
  const seen = writer.seen;
  const marks: InkMark[] = [];
  for (let y = region.top + size; y < region.bottom; y += size * between(random, [1.4, 4])) {
    const text = happens(random, 0.5)
      ? randomWords(random, 3, alphabet)
      : randomDigits(random, 1 + random.integer(8));
    const line = {
      text,
      x: between(random, [region.left, region.right]) - 2 * size,
      y,
      size,
      row: undefined,
    };
    for (const mark of writeLine({ ...writer, pen, seen }, line, 0, random)) {
      marks.push({
        pen,
        strokes: mark.strokes.map((stroke) => mapStroke(stroke, (u, v) => [-u, v])),
      });
    }
  }
  return marks;
}
