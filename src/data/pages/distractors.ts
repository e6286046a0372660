import type { Random } from '../random';
import { between, factorBetween, happens, pick, wholeBetween } from './chance';
import { drawDrawing, ellipse, scribble } from './drawings';
import { drawPrint } from './hand';
import { printingPen, widenStrokes, type Pen } from './pen';
import type { Mark } from './sheet';
import { evenStroke, extentOf, strokeThrough, type Extent, type Stroke } from './stroke';
import { randomNumber, randomWord } from './texts';
import { distractors, inkColours } from './traits';
import { writeLine, type Writer } from './writeLine';

/** A page's marks, and the places where nothing shall be read. */
export interface Disturbed {
  readonly marks: readonly Mark[];
  readonly ignored: readonly Extent[];
}

/** A page that is being filled. */
interface Page {
  readonly writer: Writer;
  readonly region: Extent;
  readonly size: number;
  readonly random: Random;
  readonly marks: Mark[];
  readonly ignored: Extent[];
  /** Where something is written already. */
  readonly taken: Extent[];
}

/** What is put on pages, each in a share of them. */
const kinds: readonly (readonly [share: number, add: (page: Page) => void])[] = [
  [distractors.crossedOutShare, crossOutDigit],
  [distractors.circledShare, circleLine],
  [distractors.underlinedShare, underlineDigit],
  [distractors.wordShare, addWords],
  [distractors.printShare, addPrint],
  [distractors.scribbleShare, addScribble],
  [distractors.drawingShare, addDrawing],
  [distractors.speckShare, addSpecks],
  [distractors.looseRuleShare, addRule],
  [distractors.stripesShare, addStripes],
];

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
  region: Extent,
  size: number,
  random: Random,
): Disturbed {
  const taken = marks.map(({ strokes }) => extentOf(strokes));
  const page: Page = { writer, region, size, random, marks: [...marks], ignored: [], taken };
  for (const [share, add] of kinds) if (happens(random, share)) add(page);
  return page;
}

const overlap = (a: Extent, b: Extent): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Puts marks on a page where nothing else is; tells whether there was room. */
function putIfFree({ marks, taken }: Page, added: readonly Mark[], margin = 0): boolean {
  const { left, top, right, bottom } = extentOf(added.flatMap(({ strokes }) => strokes));
  const place = {
    left: left - margin,
    top: top - margin,
    right: right + margin,
    bottom: bottom + margin,
  };
  if (taken.some((other) => overlap(place, other))) return false;
  marks.push(...added);
  taken.push(place);
  return true;
}

/** What the page's own pen draws. */
function drawn({ writer: { pen }, size, random }: Page, strokes: readonly Stroke[]): Mark {
  return { strokes: widenStrokes(strokes, pen, size, random), pen };
}

function randomSpot({ region, random }: Page): [x: number, y: number] {
  return [
    between(random, [region.left, region.right]),
    between(random, [region.top, region.bottom]),
  ];
}

function crossOutDigit(page: Page): void {
  const { marks, ignored, size, random } = page;
  const digits = [...marks.keys()].filter((at) => marks[at].digit !== undefined);
  if (digits.length < 3) return;
  const victim = pick(random, digits);
  const { strokes, pen } = marks[victim];
  const { left, top, right, bottom } = extentOf(strokes);
  const width = right - left + 0.2 * size;
  const cross = happens(random, 0.5)
    ? [scribble((left + right) / 2, (top + bottom) / 2, width, 0.8 * (bottom - top), random)]
    : [
        strokeThrough([left - 0.1 * size, bottom, right + 0.1 * size, top]),
        strokeThrough([left, top, right, bottom]),
      ];
  marks[victim] = { strokes, pen };
  marks.push(drawn(page, cross));
  ignored.push({ left, top, right, bottom });
}

function circleLine(page: Page): void {
  const { marks, size, random } = page;
  const digits = marks.filter(({ digit }) => digit !== undefined);
  if (digits.length === 0) return;
  const { line } = pick(random, digits).digit!;
  const { left, top, right, bottom } = extentOf(
    digits.filter(({ digit }) => digit!.line === line).flatMap(({ strokes }) => strokes),
  );
  const radiusX = 0.75 * (right - left) + 0.4 * size;
  const radiusY = 0.75 * (bottom - top) + 0.25 * size;
  const circle = ellipse((left + right) / 2, (top + bottom) / 2, radiusX, radiusY, random);
  marks.push(drawn(page, [circle]));
}

function underlineDigit(page: Page): void {
  const { marks, size, random } = page;
  const digits = marks.filter(({ digit }) => digit !== undefined);
  if (digits.length === 0) return;
  const { left, right, bottom } = extentOf(pick(random, digits).strokes);
  const length = size * between(random, [0.5, 5]);
  const y = bottom + size * between(random, [0.18, 0.4]);
  const end = [right + length, y - 0.05 * size * random.normal()];
  putIfFree(page, [drawn(page, [strokeThrough([left - 0.2 * length, y, ...end])])]);
}

function addWords(page: Page): void {
  const { writer, size, random } = page;
  for (let count = wholeBetween(random, [1, 8]); count > 0; count--) {
    const [x, y] = randomSpot(page);
    const height = size * factorBetween(random, [0.5, 1.2]);
    const text = words(random, wholeBetween(random, [1, 3]));
    const line = { text, x: x - height, y, size: height, row: undefined };
    putIfFree(page, writeLine(writer, line, 0, random));
  }
}

const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => randomWord(random)).join(' ');

function addPrint(page: Page): void {
  const { writer, size, random } = page;
  const pen = drawPrintingPen(writer.pen, random);
  const printer = { ...writer, hand: drawPrint(random), pen };
  const height = size * factorBetween(random, distractors.printSize);
  let [x, y] = randomSpot(page);
  for (let count = wholeBetween(random, [1, 5]); count > 0; count--) {
    const hasNumber = happens(random, distractors.printedNumberShare);
    const label = words(random, wholeBetween(random, [1, 3]));
    const text = hasNumber ? `${label} ${randomNumber(random)}` : label;
    const line = { text, x, y, size: height, row: undefined };
    const marks = writeLine(printer, line, 0, random);
    const isPut = putIfFree(page, marks);
    if (isPut && hasNumber) page.ignored.push(extentOf(marks.flatMap(({ strokes }) => strokes)));
    // More lines of the same paragraph, or text elsewhere.
    if (happens(random, 0.7)) y += 1.7 * height;
    else [x, y] = randomSpot(page);
  }
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

function addScribble(page: Page): void {
  const { size, random } = page;
  const width = size * factorBetween(random, [0.5, 3]);
  const height = size * factorBetween(random, [0.4, 1.5]);
  const mark = drawn(page, [scribble(...randomSpot(page), width, height, random)]);
  putIfFree(page, [mark], 0.1 * size);
}

function addDrawing(page: Page): void {
  const { size, random } = page;
  const span = size * factorBetween(random, [0.8, 5]);
  putIfFree(page, [drawn(page, drawDrawing(...randomSpot(page), span, random))], 0.1 * size);
}

function addSpecks(page: Page): void {
  const { marks, writer, size, random } = page;
  const isDirt = happens(random, 0.6);
  const dirt = printingPen(1, [0.25, 0.22, 0.2], between(random, [0.2, 0.9]));
  for (let count = wholeBetween(random, distractors.specks); count > 0; count--) {
    const [x, y] = randomSpot(page);
    const end = [x + 0.1 * size * random.uniform(), y + 0.06 * size * random.uniform()];
    const width = factorBetween(random, [0.8, 0.12 * size + 0.9]);
    marks.push({ strokes: [evenStroke([x, y, ...end], width)], pen: isDirt ? dirt : writer.pen });
  }
}

/** A printed line, across digits at times, as forms have them. */
function addRule(page: Page): void {
  const { marks, writer, size, random } = page;
  const [x, y] = randomSpot(page);
  const angle = (happens(random, 0.7) ? 0 : Math.PI / 2) + 0.02 * random.normal();
  const length = size * factorBetween(random, [2, 20]);
  const end = [x + length * Math.cos(angle), y + length * Math.sin(angle)];
  const tone = between(random, [0.2, 0.6]);
  const { isOpaque, colour } = writer.pen;
  const strength = between(random, [0.3, 0.9]);
  const pen = printingPen(1, isOpaque ? colour : [tone, tone, tone], strength, isOpaque);
  marks.push({ strokes: [evenStroke([x, y, ...end], factorBetween(random, [0.6, 2.5]))], pen });
}

/** Thick slanting bars, as on envelopes and packages. */
function addStripes(page: Page): void {
  const { size, random } = page;
  const tone = between(random, [0.1, 0.5]);
  const pen = printingPen(1, [tone, tone * between(random, [0.5, 1.2]), tone], 0.9);
  const [x, y] = randomSpot(page);
  const length = size * factorBetween(random, [0.6, 4]);
  const thickness = size * factorBetween(random, [0.1, 0.6]);
  const lean = between(random, [-1, 1]) * length;
  const strokes = Array.from({ length: wholeBetween(random, [2, 8]) }, (_, stripe) => {
    const from = x + 2 * stripe * thickness;
    return evenStroke([from, y, from + lean, y + length], thickness);
  });
  putIfFree(page, [{ strokes, pen }], thickness / 2);
}
