import type { Random } from '../random';
import { between, factorBetween, happens, pick, wholeBetween } from './chance';
import { drawDrawing, ellipse, scribble } from './drawings';
import { drawPrint } from './hand';
import { printingPen, widenStrokes, type Pen } from './pen';
import type { Mark, Region } from './sheet';
import { extentOf, strokeThrough, type Stroke } from './stroke';
import { randomNumber, randomWord } from './texts';
import { distractors, inkColours } from './traits';
import { writeLine, type Writer } from './writeLine';

/** A page's marks, and the places where nothing shall be read. */
export interface Disturbed {
  readonly marks: readonly Mark[];
  readonly ignored: readonly Region[];
}

function regionOf(mark: Mark): Region {
  const { left, top, right, bottom } = extentOf(mark.strokes);
  return { left, top, right, bottom };
}

const overlap = (a: Region, b: Region): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Puts beside the digits what else stands on people's pages. Digits stay readable, but for those that are
 * crossed out.
 *
 * @param marks what is written already
 * @param region where may be written
 * @param size the height of digits
 */
export function addDistractors(
  marks: readonly Mark[],
  writer: Writer,
  region: Region,
  size: number,
  random: Random,
): Disturbed {
  const { pen } = writer;
  const added: Mark[] = [];
  const ignored: Region[] = [];
  const taken = marks.map(regionOf);
  const isFree = (place: Region): boolean => !taken.some((other) => overlap(place, other));
  const draw = (strokes: readonly Stroke[], thickness = 1): void => {
    const mark = { strokes: widenStrokes(strokes, pen, thickness * size, random), pen };
    const { left, top, right, bottom } = extentOf(mark.strokes);
    const margin = pen.width * size;
    const place = {
      left: left - margin,
      top: top - margin,
      right: right + margin,
      bottom: bottom + margin,
    };
    if (isFree(place)) added.push(mark);
  };
  const spot = (): [number, number] => [
    between(random, [region.left, region.right]),
    between(random, [region.top, region.bottom]),
  ];

  let kept = marks;
  const readable = marks.filter((mark) => mark.digit !== undefined);
  if (readable.length > 2 && happens(random, distractors.crossedOutShare)) {
    const victim = pick(random, readable);
    const { left, top, right, bottom } = regionOf(victim);
    const [x, y, width, height] = [
      (left + right) / 2,
      (top + bottom) / 2,
      right - left + 0.2 * size,
      bottom - top,
    ];
    kept = marks.map((mark) => (mark === victim ? { strokes: mark.strokes, pen: mark.pen } : mark));
    const strokes = happens(random, 0.5)
      ? [scribble(x, y, width, 0.8 * height, random)]
      : [
          strokeThrough([left - 0.1 * size, bottom, right + 0.1 * size, top]),
          strokeThrough([left, top, right, bottom]),
        ];
    added.push({ strokes: widenStrokes(strokes, pen, size, random), pen });
    ignored.push(regionOf(victim));
  }
  if (readable.length > 0 && happens(random, distractors.circledShare)) {
    const line = pick(random, readable).digit!.line;
    const { left, top, right, bottom } = extentOf(
      readable.filter((mark) => mark.digit!.line === line).flatMap((mark) => mark.strokes),
    );
    const [radiusX, radiusY] = [
      0.75 * (right - left) + 0.4 * size,
      0.75 * (bottom - top) + 0.25 * size,
    ];
    const strokes = [ellipse((left + right) / 2, (top + bottom) / 2, radiusX, radiusY, random)];
    // A circle runs around digits: its own box says nothing.
    added.push({ strokes: widenStrokes(strokes, pen, size, random), pen });
  }
  if (readable.length > 0 && happens(random, distractors.underlinedShare)) {
    const { left, right, bottom } = regionOf(pick(random, readable));
    const length = size * between(random, [0.5, 5]);
    const y = bottom + size * between(random, [0.18, 0.4]);
    draw([
      strokeThrough([
        left - 0.2 * length,
        y,
        (left + right) / 2,
        y + 0.03 * size,
        right + length,
        y - 0.05 * size * random.normal(),
      ]),
    ]);
  }
  if (happens(random, distractors.wordShare)) {
    for (let count = wholeBetween(random, [1, 8]); count > 0; count--) {
      const [x, y] = spot();
      const text = Array.from({ length: wholeBetween(random, [1, 3]) }, () =>
        randomWord(random),
      ).join(' ');
      const height = size * factorBetween(random, [0.5, 1.2]);
      const line = { text, x: x - height, y, size: height, row: undefined };
      const written = writeLine(writer, line, 0, random);
      const place = extentOf(written.flatMap((mark) => mark.strokes));
      if (!isFree(place)) continue;
      taken.push(place);
      added.push(...written);
    }
  }
  if (happens(random, distractors.printShare)) {
    const print = { ...writer, hand: drawPrint(random), pen: drawPrintingPen(pen, random) };
    const height = size * factorBetween(random, distractors.printSize);
    let [x, y] = spot();
    for (let count = wholeBetween(random, [1, 5]); count > 0; count--) {
      const hasNumber = happens(random, distractors.printedNumberShare);
      const words = Array.from({ length: wholeBetween(random, [1, 4]) }, () => randomWord(random));
      const text = (hasNumber ? [...words.slice(1), randomNumber(random)] : words).join(' ');
      const written = writeLine(print, { text, x, y, size: height, row: undefined }, 0, random);
      const place = extentOf(written.flatMap((mark) => mark.strokes));
      if (isFree(place)) {
        added.push(...written);
        taken.push(place);
        if (hasNumber) ignored.push(place);
      }
      // More lines of the same paragraph, or text elsewhere.
      if (happens(random, 0.7)) y += 1.7 * height;
      else [x, y] = spot();
    }
  }
  if (happens(random, distractors.scribbleShare)) {
    draw([
      scribble(
        ...spot(),
        size * factorBetween(random, [0.5, 3]),
        size * factorBetween(random, [0.4, 1.5]),
        random,
      ),
    ]);
  }
  if (happens(random, distractors.drawingShare)) {
    draw(drawDrawing(...spot(), size * factorBetween(random, [0.8, 5]), random));
  }
  if (happens(random, distractors.speckShare)) {
    const dirt = happens(random, 0.6)
      ? printingPen(1, [0.25, 0.22, 0.2], between(random, [0.2, 0.9]))
      : pen;
    for (let count = wholeBetween(random, distractors.specks); count > 0; count--) {
      const [x, y] = spot();
      const speck = strokeThrough([
        x,
        y,
        x + 0.1 * size * random.uniform(),
        y + 0.06 * size * random.uniform(),
      ]);
      const width = factorBetween(random, [0.8, 0.12 * size + 0.9]);
      for (let at = 2; at < speck.length; at += 3) speck[at] = width;
      added.push({ strokes: [speck], pen: dirt });
    }
  }
  if (happens(random, distractors.looseRuleShare)) added.push(looseRule(spot(), size, pen, random));
  if (happens(random, distractors.stripesShare)) {
    const tone = between(random, [0.1, 0.5]);
    const dark = printingPen(1, [tone, tone * between(random, [0.5, 1.2]), tone], 0.9);
    const [x, y] = spot();
    const [length, thickness] = [
      size * factorBetween(random, [0.6, 4]),
      size * factorBetween(random, [0.1, 0.6]),
    ];
    const lean = between(random, [-1, 1]) * length;
    for (let stripe = 0; stripe < wholeBetween(random, [2, 8]); stripe++) {
      const from = x + 2 * stripe * thickness;
      const strokes = [strokeThrough([from, y, from + lean, y + length])];
      for (let at = 2; at < 6; at += 3) strokes[0][at] = thickness;
      if (isFree(regionOf({ strokes, pen: dark }))) added.push({ strokes, pen: dark });
    }
  }
  return { marks: [...kept, ...added], ignored };
}

/** What machines print with: black or coloured, thin or bold, light on dark sheets. */
function drawPrintingPen({ isOpaque, colour }: Pen, random: Random): Pen {
  const tone = between(random, [0.05, 0.4]);
  const ink = happens(random, 0.7)
    ? ([tone, tone, tone] as const)
    : inkColours[pick(random, ['blue', 'red', 'green', 'orange'] as const)];
  const width = factorBetween(random, [0.08, 0.2]);
  return printingPen(width, isOpaque ? colour : ink, between(random, [0.5, 1]), isOpaque);
}

/** A printed line, across digits at times, as forms have them. */
function looseRule([x, y]: [number, number], size: number, pen: Pen, random: Random): Mark {
  const angle = happens(random, 0.7)
    ? 0.02 * random.normal()
    : Math.PI / 2 + 0.02 * random.normal();
  const length = size * factorBetween(random, [2, 20]);
  const stroke = strokeThrough([x, y, x + length * Math.cos(angle), y + length * Math.sin(angle)]);
  for (let at = 2; at < stroke.length; at += 3) stroke[at] = factorBetween(random, [0.6, 2.5]);
  const tone = between(random, [0.2, 0.6]);
  return {
    strokes: [stroke],
    pen: printingPen(
      1,
      pen.isOpaque ? pen.colour : [tone, tone, tone],
      between(random, [0.3, 0.9]),
      pen.isOpaque,
    ),
  };
}
