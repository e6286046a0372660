import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick, wholeBetween } from '../../numbers/chance';
import { drawDrawing, ellipse, scribble } from './drawings';
import type { DigitPool } from '../hand/digitPool';
import type { Alphabet } from '../text/font';
import { withOtherLetters } from '../hand/hand';
import { printingPen, widenStrokes } from '../hand/pen';
import { drawPrinter, drawPrintSize, printLine } from './printLine';
import type { InkMark } from './inkMark';
import {
  evenStroke,
  extentOf,
  mapStroke,
  strokeThrough,
  type Extent,
  type Stroke,
} from '../../strokes/stroke';
import { printedText, randomWords } from '../text/texts';
import { distractors, prints } from './traits';
import { people } from '../text/wordLists';
import { writeLine, type Writer } from '../hand/writeLine';

/** A page's marks, and the places where nothing shall be read. */
export interface Disturbed {
  readonly marks: readonly InkMark[];
  readonly ignored: readonly Extent[];
}

/** Who writes on a sheet, where, and how large. */
export interface Writing {
  /** With whose letters others write, and what is printed with. */
  readonly pool: DigitPool;
  readonly writer: Writer;
  /** In which words are written. */
  readonly alphabet: Alphabet;
  /** Where may be written. */
  readonly region: Extent;
  /** The height of digits. */
  readonly size: number;
  readonly random: Random;
}

/** A page that is being filled. */
interface Page extends Writing {
  readonly marks: InkMark[];
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
 */
export function addDistractors(marks: readonly InkMark[], writing: Writing): Disturbed {
  const taken = marks.map(({ strokes }) => extentOf(strokes));
  const page: Page = { ...writing, marks: [...marks], ignored: [], taken };
  for (const [share, add] of kinds) if (happens(page.random, share)) add(page);
  return page;
}

const overlap = (a: Extent, b: Extent): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Puts marks on a page where nothing else is; tells whether there was room. */
function putIfFree({ marks, taken }: Page, added: readonly InkMark[], margin = 0): boolean {
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
function drawn({ writer: { pen }, size, random }: Page, strokes: readonly Stroke[]): InkMark {
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
  const { pool, writer, alphabet, size, random } = page;
  const isOther = happens(random, distractors.otherHandShare);
  const hand = isOther ? withOtherLetters(writer.hand, pool, random) : writer.hand;
  const language = isOther ? 'latin' : alphabet;
  let [x, y] = randomSpot(page);
  const height = size * factorBetween(random, [0.5, 1.2]);
  for (let count = wholeBetween(random, [2, 9]); count > 0; count--) {
    const text = randomWords(random, wholeBetween(random, [1, 4]), language);
    const line = { text, x: x - height, y, size: height, row: undefined };
    putIfFree(page, writeLine({ ...writer, hand }, line, 0, random));
    // A note of several lines, or words elsewhere.
    if (happens(random, 0.5)) y += 1.6 * height;
    else [x, y] = randomSpot(page);
  }
  if (happens(random, distractors.signatureShare)) addSignature(page);
}

/** A name in large letters with a line drawn under or through it. */
function addSignature(page: Page): void {
  const { pool, writer, size, random } = page;
  const [x, y] = randomSpot(page);
  const height = size * factorBetween(random, [0.8, 2]);
  const hand = withOtherLetters(writer.hand, pool, random);
  const line = {
    text: pick(random, people),
    x: x - 2 * height,
    y,
    size: height,
    row: undefined,
  };
  const name = writeLine({ ...writer, hand }, line, 0, random);
  const { left, right, bottom } = extentOf(name.flatMap(({ strokes }) => strokes));
  const flourish = [left - 0.3 * height, bottom, right + height, bottom - 0.4 * height];
  const isPut = putIfFree(page, name);
  if (isPut) page.marks.push(drawn(page, [strokeThrough(flourish)]));
}

function addPrint(page: Page): void {
  const { pool, writer, size, random } = page;
  const printer = drawPrinter(pool.typefaces, writer.pen, random);
  const height = drawPrintSize(size, random);
  const spacing = height * factorBetween(random, prints.spacing);
  const middle = randomSpot(page);
  const quarterTurns = happens(random, prints.turnedShare) ? wholeBetween(random, [1, 3]) : 0;
  let [x, y] = middle;
  for (let count = wholeBetween(random, [1, 9]); count > 0; count--) {
    const line = { text: printedText(random), x: x - 2 * height, y, size: height, row: undefined };
    const words = printLine(printer, line).map((word) => turnWord(word, middle, quarterTurns));
    putIfFree(page, words);
    // More lines of the same paragraph, or text elsewhere.
    if (happens(random, 0.7)) y += spacing;
    else [x, y] = randomSpot(page);
  }
}

/** As a stamp or the head of a sheet has it that was turned before it was written on. */
function turnWord(word: InkMark, [x, y]: readonly [number, number], turns: number): InkMark {
  const [cos, sin] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ][turns];
  const strokes = word.strokes.map((stroke) =>
    mapStroke(stroke, (u, v) => [
      x + cos * (u - x) - sin * (v - y),
      y + sin * (u - x) + cos * (v - y),
    ]),
  );
  return { ...word, strokes };
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
