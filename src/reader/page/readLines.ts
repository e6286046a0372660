import { centreOf, type Box } from '../../picture/box';
import { sizeOf } from '../detector/digitSizes';
import { findSpaces } from './findSpaces';
import type { WrittenLine } from './findNumbers';
import type { FoundSign } from './findSigns';
import { joinRefused, layOutLines } from './layOutLines';
import type { DigitReading, SignReading } from './pageReading';

/** A mark of an upright page, and what was read in it. */
export interface ReadMark {
  /** In pixels of the upright page. */
  readonly box: Box;
  readonly reading: DigitReading;
}

/** A sign of an upright page, and what is told of it. */
export interface ReadSign extends FoundSign {
  readonly reading: Omit<SignReading, 'after'>;
}

/** The lines of a page. */
interface ReadLines {
  /** Their slope: pixels down for every pixel to the right. */
  readonly slope: number;
  readonly lines: readonly WrittenLine[];
  /** The places of the marks in each line, from left to right. */
  readonly places: readonly (readonly number[])[];
}

/** A sign that is further than this from the digit beside it, in sizes, has a space between. */
const MIN_SPACE = 0.55;

/**
 * Puts the marks of a page into lines, and says what these say.
 *
 * @param marks first the digits, then what was refused: it joins the lines that the digits make
 * @param digitCount how many of them are digits
 * @param signs beside the digits
 */
export function readLines(
  marks: readonly ReadMark[],
  digitCount: number,
  signs: readonly ReadSign[],
): ReadLines {
  const boxes = marks.map(({ box }) => box);
  const { slope, lines } = layOutLines(boxes.slice(0, digitCount));
  const places = joinRefused(boxes, lines, slope);
  return {
    slope,
    lines: places.map((line) => {
      const own = signs
        .filter(({ beside }) => line.includes(beside))
        .sort((a, b) => centreOf(a.box).x - centreOf(b.box).x);
      return readLine(
        line.map((at) => marks[at]),
        own,
      );
    }),
    places,
  };
}

/** A digit or sign of a line. */
interface Part {
  readonly text: string;
  readonly box: Box;
}

function readLine(marks: readonly ReadMark[], signs: readonly ReadSign[]): WrittenLine {
  const spaces = findSpaces(marks.map(({ box }) => box));
  const afters = signs.map(
    ({ box }) => marks.filter((mark) => centreOf(mark.box).x < centreOf(box).x).length,
  );
  let text = '';
  let before: Part | undefined;
  marks.forEach(({ box, reading }, at) => {
    const between = signs
      .filter((_, index) => afters[index] === at)
      .map((sign) => ({ text: sign.sign, box: sign.box }));
    const digit = { text: String(reading.digit ?? '?'), box };
    if (between.length === 0) text += spaces[at] ? ' ' : '';
    for (const part of [...between, digit]) {
      const isBesideSign = between.length > 0 && before !== undefined;
      text += (isBesideSign && isApart(before!, part, sizeOf(box)) ? ' ' : '') + part.text;
      before = part;
    }
  });
  for (const [index, sign] of signs.entries()) {
    if (afters[index] === marks.length) text += sign.sign;
  }
  return {
    text,
    digits: marks.map(({ reading }) => reading),
    signs: signs.map(({ reading }, index) => ({ ...reading, after: afters[index] })),
  };
}

function isApart(left: Part, right: Part, size: number): boolean {
  return right.box.x0 - left.box.x1 > MIN_SPACE * size;
}
