import type { Random } from '../../numbers/random';
import { between, factorBetween, happens, pick, wholeBetween } from '../../numbers/chance';
import { printingPen } from '../hand/pen';
import { drawPrintSize } from './printLine';
import type { InkMark } from './inkMark';
import { evenStroke, type Extent } from '../../strokes/stroke';
import type { Alphabet } from '../text/font';
import {
  lonelyLetter,
  printedText,
  randomDigits,
  randomEquation,
  randomLabel,
  randomNumber,
  randomSign,
  randomWord,
  randomWords,
} from '../text/texts';
import type { Content } from '../traits';
import { distractors, lineSizes, prints } from './traits';
import type { Line } from '../hand/writeLine';

/** What is to be written on a sheet, and what was printed on it before. */
export interface Layout {
  readonly lines: readonly Line[];
  readonly printed: readonly InkMark[];
  readonly printedLines: readonly Line[];
  /** Whether lines have no order among themselves. */
  readonly isScattered: boolean;
}

/** What a layout has to keep to. */
export interface Frame {
  /** Where may be written. */
  readonly region: Extent;
  /** The usual height of digits. */
  readonly size: number;
  /** The distance of the sheet's rules; undefined where it has none. */
  readonly ruleDistance: number | undefined;
  /** Whether the region is to be written full, beyond its borders. */
  readonly isFull: boolean;
  /** In which words are written. */
  readonly alphabet: Alphabet;
}

const nothing: Layout = { lines: [], printed: [], printedLines: [], isScattered: false };

/** Arranges what is written on a sheet: texts with their places, from top to bottom. */
export function drawLayout(content: Content, frame: Frame, random: Random): Layout {
  switch (content) {
    case 'single':
      return single(frame, random);
    case 'line':
      return frame.isFull
        ? textLines(frame, random, 1, withWords(digitRow, random))
        : oneLine(frame, random);
    case 'lines':
      return besideLargeNumber(frame, random, (free) =>
        textLines(free, random, wholeBetween(random, [2, 8]), withWords(digitRow, random)),
      );
    case 'numbers':
      return besideLargeNumber(frame, random, (free) =>
        textLines(free, random, wholeBetween(random, [1, 9]), withWords(numberRow, random)),
      );
    case 'equations':
      return textLines(frame, random, wholeBetween(random, [1, 6]), withWords(equationRow, random));
    case 'list':
      return textLines(frame, random, wholeBetween(random, [2, 8]), listRow);
    case 'words':
      return unread(textLines(frame, random, wholeBetween(random, [1, 14]), noteRow));
    case 'print':
      return printedPage(frame, random);
    case 'form':
      return form(frame, random);
    case 'column':
      return column(frame, random);
    case 'table':
      return cells(frame, random, false);
    case 'comb':
      return cells(frame, random, true);
    case 'scattered':
      return scattered(frame, random);
    default:
      return nothing;
  }
}

function single({ region, size, isFull }: Frame, random: Random): Layout {
  const { left, top, right, bottom } = region;
  const height = isFull ? size : Math.min(size, 0.92 * (bottom - top), 1.05 * (right - left));
  const slack = (length: number): number => Math.max(0, (length - height) / 2);
  const x = (left + right) / 2 + slack(right - left) * between(random, [-0.5, 0.5]);
  const y = (top + bottom) / 2 + height / 2 + slack(bottom - top) * between(random, [-0.5, 0.5]);
  const line = { text: randomDigits(random, 1), x, y, size: height, isCentred: true, row: 0 };
  return { ...nothing, lines: [line] };
}

function oneLine({ region, size }: Frame, random: Random): Layout {
  const { left, top, right, bottom } = region;
  const count = wholeBetween(random, [2, 12]);
  // A line shall not run out of the page: digits take about nine tenths of their height.
  const height = Math.min(size * 1.4, (right - left) / (0.95 * count), 0.7 * (bottom - top));
  const y = top + height + (bottom - top - height) * between(random, [0.15, 0.85]);
  const text = happens(random, 0.75)
    ? randomDigits(random, count)
    : numberRow(random, count, 'latin');
  return {
    ...nothing,
    lines: [
      {
        text,
        x: (left + right) / 2,
        y,
        size: height,
        isCentred: true,
        room: 0.97 * (right - left),
        row: 0,
      },
    ],
  };
}

/** The text of a line with room for so many digits. */
type Row = (random: Random, room: number, alphabet: Alphabet) => string;

/** How many letters, spaces among them, take the room of a digit. */
const lettersPerDigit = 1.8;

/** Digits one by one or in groups, with a sign between them at times. */
const digitRow: Row = (random, room) => {
  const group = happens(random, 0.4) ? wholeBetween(random, [2, 6]) : room;
  const signs = happens(random, distractors.signShare) ? between(random, distractors.signs) : 0;
  return Array.from({ length: room }, (_, index) => {
    const glyph = happens(random, signs) ? randomSign(random) : randomDigits(random, 1);
    return index % group === group - 1 ? `${glyph} ` : glyph;
  }).join('');
};

const numberRow: Row = (random, room) => fill(room, () => randomNumber(random));
const equationRow: Row = (random, room) => fill(room, () => randomEquation(random), '   ');
const noteRow: Row = (random, room, alphabet) => {
  const count = Math.max(1, Math.round((lettersPerDigit * room) / 6.5));
  return randomWords(random, count, alphabet);
};
const listRow: Row = (random, room, alphabet) => {
  const words = noteRow(random, Math.max(1, room - 5), alphabet);
  const number = randomNumber(random);
  return happens(random, 0.3)
    ? `${number} ${words}`
    : `${words} ${pick(random, ['', '  ', ': ', '= '])}${number}`;
};

/** On some pages, has words before or after the numbers of most lines. */
function withWords(row: Row, random: Random): Row {
  if (!happens(random, distractors.wordyShare)) return row;
  return (chance, room, alphabet) => {
    if (!happens(chance, distractors.wordyLineShare)) return row(chance, room, alphabet);
    const rest = (text: string): number =>
      Math.max(1, Math.floor(room - text.length / lettersPerDigit));
    const label = randomLabel(chance, alphabet);
    const numbers = row(chance, rest(label), alphabet);
    return happens(chance, 0.6)
      ? `${label} ${numbers}`
      : `${numbers} ${noteRow(chance, Math.max(1, room - numbers.length), alphabet)}`;
  };
}

/** As many parts as there is room for, at least one. */
function fill(room: number, make: () => string, between_ = ' '): string {
  let text = make();
  for (let next = make(); text.length + between_.length + next.length <= room; next = make()) {
    text += between_ + next;
  }
  return text;
}

function textLines(frame: Frame, random: Random, count: number, row: Row): Layout {
  const { region, size, ruleDistance, isFull, alphabet } = frame;
  const { left, top, right, bottom } = region;
  const spacing = ruleDistance ?? size * factorBetween(random, [1.15, 2.6]);
  const fitting = Math.max(1, Math.floor((bottom - top - size) / spacing) + 1);
  const rows = isFull ? fitting : Math.min(count, fitting);
  // On ruled sheets lines stand on the rules, which go through y = 0.
  const free = Math.max(0, bottom - top - size - (rows - 1) * spacing);
  const start = top + size + free * (isFull ? random.uniform() : between(random, [0, 0.7]));
  const first =
    ruleDistance === undefined ? start : Math.ceil(start / spacing) * spacing - 0.06 * size;
  const keep = isFull && row !== noteRow ? between(random, [0.5, 1]) : 1;
  const hasHeading = happens(random, distractors.headingShare);
  const indent = (right - left) * (isFull ? 0 : between(random, [0, 0.2]));
  const room = Math.max(1, Math.floor((right - left - indent) / (0.95 * size)));
  const most = row === noteRow ? room : Math.min(room, wholeBetween(random, [2, 12]));
  const length = isFull ? room : Math.max(1, most);
  const drift = happens(random, 0.3) ? 0.6 * size : 0.1 * size;
  const lines: Line[] = [];
  for (let index = 0; index < rows; index++) {
    const y = first + index * spacing;
    if (y > bottom + (isFull ? size : 0) || !happens(random, keep)) continue;
    const mixed = happens(random, lineSizes.mixedShare)
      ? factorBetween(random, lineSizes.mixed)
      : 1;
    const height = Math.min(size * mixed, 0.95 * spacing);
    const isHeading = hasHeading && lines.length === 0;
    const places = happens(random, 0.5) ? length : wholeBetween(random, [1, length]);
    const text = (isHeading ? noteRow : row)(random, places, alphabet);
    const x = isFull
      ? left - 2 * size * random.uniform()
      : left + indent + drift * random.uniform();
    lines.push({
      text,
      x,
      y,
      size: isHeading ? Math.min(1.3 * height, 0.95 * spacing) : height,
      ...(!isFull && { room: right - x }),
      row: lines.length,
    });
  }
  return { ...nothing, lines };
}

/** On some pages, writes a number in large digits above or below the lines. */
function besideLargeNumber(frame: Frame, random: Random, linesIn: (free: Frame) => Layout): Layout {
  if (frame.isFull || !happens(random, lineSizes.largeNumberShare)) return linesIn(frame);
  const { left, top, right, bottom } = frame.region;
  const most = 0.5 * (bottom - top);
  const size = Math.min(most, frame.size * factorBetween(random, lineSizes.largeNumber));
  const taken = 1.3 * size;
  const isAbove = happens(random, 0.5);
  const region = isAbove
    ? { ...frame.region, top: top + taken }
    : { ...frame.region, bottom: bottom - taken };
  const layout = linesIn({ ...frame, region });
  const large = {
    text: randomDigits(random, wholeBetween(random, [1, 3])),
    x: (left + right) / 2,
    isCentred: true,
    y: isAbove ? top + size : bottom,
    size,
    room: right - left,
    row: isAbove ? -1 : layout.lines.length,
  };
  return { ...layout, lines: [...layout.lines, large] };
}

function unread(layout: Layout): Layout {
  return { ...layout, lines: layout.lines.map((line) => ({ ...line, row: undefined })) };
}

/** Numbers below each other, set to the right or left, at times with a line drawn below: a sum. */
function column(frame: Frame, random: Random): Layout {
  const { region, size, ruleDistance, isFull } = frame;
  const { left, top, right, bottom } = region;
  const spacing = ruleDistance ?? size * factorBetween(random, [1.15, 1.8]);
  const length = wholeBetween(random, [1, 4]);
  const width = size * (0.95 * length + factorBetween(random, [0.5, 2]));
  const columns = isFull
    ? Math.ceil((right - left) / width)
    : wholeBetween(random, [1, Math.max(1, Math.min(3, Math.floor((right - left) / width)))]);
  const fitting = Math.max(1, Math.floor((bottom - top) / spacing));
  const rows = isFull ? fitting : Math.min(fitting, wholeBetween(random, [2, 9]));
  const start = isFull
    ? left - size * random.uniform()
    : left + (right - left - columns * width) * random.uniform();
  const first = top + size + Math.max(0, bottom - top - rows * spacing) * random.uniform();
  const origin =
    ruleDistance === undefined ? first : Math.ceil(first / spacing) * spacing - 0.06 * size;
  const lines: Line[] = [];
  for (let row = 0; row < rows; row++) {
    const y = origin + row * spacing;
    if (y > bottom + (isFull ? size : 0)) break;
    for (let index = 0; index < columns; index++) {
      if (happens(random, 0.08)) continue;
      const count = happens(random, 0.7) ? length : wholeBetween(random, [1, length]);
      const x = start + index * width + 0.95 * size * (length - count);
      lines.push({
        text: randomDigits(random, count),
        x,
        y,
        size: Math.min(size, 0.95 * spacing),
        room: start + (index + 1) * width - x,
        row,
      });
    }
  }
  const printed: InkMark[] = [];
  if (happens(random, 0.3)) {
    const y = origin + (Math.max(1, rows - 1) - 0.75) * spacing + 0.6 * size;
    const pen = { ...printingPen(1, [0.2, 0.2, 0.25], 0.8) };
    printed.push(rule([start - 0.3 * size, y, start + columns * width, y], 0.07 * size, pen));
  }
  return { ...nothing, lines, printed };
}

function rule(coordinates: readonly number[], width: number, pen: InkMark['pen']): InkMark {
  return { strokes: [evenStroke(coordinates, width)], pen };
}

/** Printed cells with a digit or a number in each: a table, or the combs of a form. */
function cells(frame: Frame, random: Random, isComb: boolean): Layout {
  const { region, size, isFull, alphabet } = frame;
  const { left, top, right, bottom } = region;
  const digits = isComb ? 1 : wholeBetween(random, [1, 3]);
  const width =
    size *
    (isComb ? factorBetween(random, [0.9, 1.5]) : 0.9 * digits + between(random, [0.2, 1.2]));
  const height = size * factorBetween(random, [1.1, 1.9]);
  const pitch = height * (isComb && happens(random, 0.8) ? factorBetween(random, [1.15, 2.4]) : 1);
  const maxColumns = Math.max(1, Math.floor((right - left) / width));
  const maxRows = Math.max(1, Math.floor((bottom - top) / pitch));
  const columns = isFull
    ? maxColumns + 1
    : Math.min(maxColumns, wholeBetween(random, [2, isComb ? 14 : 7]));
  const rows = isFull ? maxRows + 1 : Math.min(maxRows, wholeBetween(random, [1, isComb ? 4 : 9]));
  const x0 = left + (right - left - columns * width) * random.uniform();
  const y0 = top + (bottom - top - rows * pitch) * random.uniform();
  const filled = between(random, [0.4, 1]);
  const signs = happens(random, 0.3) ? between(random, [0.05, 0.4]) : 0;

  const darkness = between(random, [0.15, 0.9]);
  const tone = between(random, [0.05, 0.6]);
  const pen = printingPen(
    1,
    pick(random, [
      [tone, tone, tone],
      [0.3, 0.4, 0.7],
      [0.75, 0.4, 0.35],
      [0.25, 0.5, 0.35],
    ]),
    darkness,
  );
  const thickness = factorBetween(random, [0.6, 2]);
  const isOpenComb = isComb && happens(random, 0.35);
  const printed: InkMark[] = [];
  const printedLines: Line[] = [];
  const lines: Line[] = [];
  const head = isComb ? undefined : drawHead(rows, columns, random);
  const printSize = Math.min(drawPrintSize(size, random), 0.8 * height);
  for (let row = 0; row < rows; row++) {
    const y = y0 + row * pitch;
    const end = x0 + columns * width;
    // Rows with names instead of numbers.
    const isName = happens(random, 0.12);
    printed.push(rule([x0, y + height, end, y + height], thickness, pen));
    const teeth = isOpenComb ? y + height * between(random, [0.5, 0.75]) : y;
    if (!isOpenComb) printed.push(rule([x0, y, end, y], thickness, pen));
    for (let index = 0; index <= columns; index++) {
      const x = x0 + index * width;
      printed.push(rule([x, teeth, x, y + height], thickness, pen));
      if (index === columns) continue;
      if (row === head?.row || index === head?.column) {
        const text = happens(random, distractors.printedNumberShare)
          ? randomDigits(random, wholeBetween(random, [1, digits]))
          : randomWord(random, 'latin');
        const [middle, base] = [x + width / 2, y + height / 2 + printSize / 2];
        const place = { x: middle, y: base, size: printSize, room: 0.85 * width };
        printedLines.push({ ...place, text, isCentred: true, row: undefined });
        continue;
      }
      if (!happens(random, filled)) continue;
      const count = digits > 1 ? wholeBetween(random, [1, digits]) : 1;
      const isSign = isName || happens(random, signs);
      lines.push({
        text: isSign
          ? digits > 1
            ? randomWord(random, alphabet)
            : isName
              ? lonelyLetter(random)
              : randomSign(random)
          : digits > 1 && happens(random, 0.2)
            ? randomNumber(random)
            : randomDigits(random, count),
        x: x + width * (0.5 + 0.07 * random.normal()),
        isCentred: true,
        y: y + height / 2 + size * (0.5 + 0.06 * random.normal()),
        size: Math.min(size, 0.95 * height),
        room: 0.92 * width,
        row,
      });
    }
  }
  return { ...nothing, lines, printed, printedLines };
}

/** Which row or column of a table is printed; undefined where none is. */
function drawHead(
  rows: number,
  columns: number,
  random: Random,
): { readonly row?: number; readonly column?: number } | undefined {
  if (!happens(random, distractors.printedCellsShare)) return undefined;
  return happens(random, 0.5) ? { row: random.integer(rows) } : { column: random.integer(columns) };
}

/** Printed words with a number or a word written after each, on a line or in a box. */
function form(frame: Frame, random: Random): Layout {
  const { region, size, isFull, alphabet } = frame;
  const { left, top, right, bottom } = region;
  const spacing = size * factorBetween(random, [1.3, 2.8]);
  const height = drawPrintSize(size, random);
  const labelled = size * factorBetween(random, [1.5, 6]);
  const start = left - (isFull ? labelled * random.uniform() : 0);
  const field = size * factorBetween(random, [3, 10]);
  const tone = between(random, [0.05, 0.6]);
  const pen = printingPen(1, [tone, tone, tone], between(random, [0.2, 0.9]));
  const thickness = factorBetween(random, [0.6, 2]);
  const frameOf = pick(random, ['none', 'line', 'line', 'box'] as const);
  const wordShare = between(random, [0.1, 0.6]);
  const lines: Line[] = [];
  const printed: InkMark[] = [];
  const printedLines: Line[] = [];
  const rows = Math.max(1, Math.floor((bottom - top) / spacing));
  const first = top + (isFull ? random.uniform() : 1) * spacing;
  for (let row = 0; row < rows; row++) {
    const y = first + row * spacing;
    const x = start + labelled + 0.3 * size;
    const label = happens(random, 0.15) ? printedText(random) : randomLabel(random, 'latin');
    printedLines.push({ text: label, x: start, y, size: height, room: labelled, row: undefined });
    const end = Math.min(x + field, right);
    const [under, over] = [y + 0.15 * size, y + 0.15 * size - 0.9 * spacing];
    if (frameOf !== 'none') printed.push(rule([x, under, end, under], thickness, pen));
    if (frameOf === 'box') {
      printed.push(rule([x, under, x, over, end, over, end, under], thickness, pen));
    }
    const isWord = happens(random, wordShare);
    const text = isWord ? randomWords(random, 2, alphabet) : randomNumber(random);
    const inset = size * between(random, [0.1, 0.8]);
    const room = isFull ? Infinity : Math.max(size, right - x - inset);
    lines.push({ text, x: x + inset, y, size, room, row });
  }
  return { ...nothing, lines, printed, printedLines };
}

/** Lines of print, as in books and letters. */
function printedPage({ region, size }: Frame, random: Random): Layout {
  const { left, top, right, bottom } = region;
  const height = drawPrintSize(size, random);
  const spacing = height * factorBetween(random, prints.spacing);
  const printedLines: Line[] = [];
  for (let y = top + height; y < bottom; y += spacing) {
    // Paragraphs end within a line, some lines are left free.
    const length = (right - left) * (happens(random, 0.8) ? 1 : random.uniform());
    let text = printedText(random);
    while (0.65 * height * text.length < length) text += ` ${printedText(random)}`;
    if (happens(random, 0.9)) printedLines.push({ text, x: left, y, size: height, row: undefined });
  }
  return { ...nothing, printedLines };
}

function scattered({ region, size, isFull }: Frame, random: Random): Layout {
  const { left, top, right, bottom } = region;
  const room = ((right - left) * (bottom - top)) / (2.2 * size * size);
  const count = isFull
    ? Math.min(60, Math.ceil(room * between(random, [0.3, 1])))
    : Math.min(room, wholeBetween(random, [2, 14]));
  const spots: { x: number; y: number; size: number }[] = [];
  for (let trial = 0; trial < 4 * count && spots.length < count; trial++) {
    const height = size * factorBetween(random, [0.75, 1.3]);
    const [x, y] = [
      between(random, [left + height / 2, right - height / 2]),
      between(random, [top + height, bottom]),
    ];
    const isFree = spots.every(
      (spot) => Math.hypot(spot.x - x, spot.y - y) > 0.62 * (spot.size + height),
    );
    if (isFree) spots.push({ x, y, size: height });
  }
  spots.sort((a, b) => a.y - b.y);
  const lines = spots.map((spot, row): Line => {
    const text = happens(random, 0.06) ? randomSign(random) : randomDigits(random, 1);
    return { ...spot, text, isCentred: true, row };
  });
  return { ...nothing, lines, isScattered: true };
}
