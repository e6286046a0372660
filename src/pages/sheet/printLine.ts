import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick } from '../../numbers/chance';
import type { Font } from '../text/font';
import { printingPen, type Pen } from '../hand/pen';
import type { InkMark } from './inkMark';
import { mapStroke, type Stroke } from '../../strokes/stroke';
import { inkColours } from '../hand/pens';
import { prints } from './traits';
import type { Line } from '../hand/writeLine';

/** What prints: a typeface as it is set, and its ink. */
export interface Printer {
  readonly typeface: Font;
  /** Width of letters compared with the typeface's, how far they lean, and the space added between them. */
  readonly aspect: number;
  readonly slant: number;
  readonly tracking: number;
  readonly pen: Pen;
}

/** Takes a printer: black or coloured, and light on dark sheets, like the pen that writes there. */
export function drawPrinter(typefaces: readonly Font[], pen: Pen, random: Random): Printer {
  const tone = between(random, [0.05, 0.4]);
  const ink = happens(random, 0.7)
    ? ([tone, tone, tone] as const)
    : inkColours[pick(random, ['blue', 'red', 'green', 'orange'] as const)];
  return {
    typeface: pick(random, typefaces),
    aspect: factorBetween(random, prints.aspect),
    slant: happens(random, prints.slantedShare) ? 0.2 : 0,
    tracking: between(random, prints.tracking),
    pen: printingPen(
      1,
      pen.isOpaque ? pen.colour : ink,
      between(random, prints.opacity),
      pen.isOpaque,
    ),
  };
}

/** The height of printed capitals on a sheet whose digits are so high. */
export function drawPrintSize(size: number, random: Random): number {
  return Math.max(prints.minSize, size * factorBetween(random, prints.size));
}

/**
 * Prints a line of text, letters and digits alike, straight and exact.
 *
 * @param line capitals are as high as its size says
 * @returns its words from left to right; what the typeface has no letters for is left out
 */
export function printLine(
  { typeface, aspect, slant, tracking, pen }: Printer,
  { text, x, y, size, isCentred, room = Infinity }: Line,
): InkMark[] {
  const wordGap = 0.35 * aspect;
  const words: Stroke[][] = [];
  let width = -wordGap;
  for (const word of text.split(' ')) {
    const strokes: Stroke[] = [];
    width += wordGap;
    for (const character of word) {
      const outline = typeface.outlineOf(character);
      if (outline === undefined) continue;
      const start = width;
      for (const contour of outline.contours) {
        strokes.push(mapStroke(contour, (u, v) => [start + aspect * u - slant * v, v]));
      }
      width += aspect * outline.advance + tracking;
    }
    if (strokes.length > 0) words.push(strokes);
  }
  const scale = size * Math.min(1, room / (size * width));
  const left = isCentred === true ? x - (scale * width) / 2 : x;
  return words.map((strokes) => ({
    strokes: strokes.map((stroke) =>
      mapStroke(stroke, (u, v) => [left + scale * u, y + scale * v]),
    ),
    pen,
    isFilled: true,
  }));
}
