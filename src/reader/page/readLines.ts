import type { Box } from '../../picture/box';
import { findSpaces } from './findSpaces';
import { joinRefused, layOutLines } from './layOutLines';
import type { DigitReading, LineReading } from './pageReading';

/** A mark of an upright page, and what was read in it. */
export interface ReadMark {
  /** In pixels of the upright page. */
  readonly box: Box;
  readonly reading: DigitReading;
}

/** The lines of a page. */
interface ReadLines {
  /** Their slope: pixels down for every pixel to the right. */
  readonly slope: number;
  readonly lines: readonly LineReading[];
  /** The places of the marks in each line, from left to right. */
  readonly places: readonly (readonly number[])[];
}

/**
 * Puts the marks of a page into lines, and says what these say.
 *
 * @param marks first the digits, then what was refused: it joins the lines that the digits make
 * @param digitCount how many of them are digits
 */
export function readLines(marks: readonly ReadMark[], digitCount: number): ReadLines {
  const boxes = marks.map(({ box }) => box);
  const { slope, lines } = layOutLines(boxes.slice(0, digitCount));
  const places = joinRefused(boxes, lines, slope);
  return { slope, lines: places.map((line) => readLine(line.map((at) => marks[at]))), places };
}

function readLine(marks: readonly ReadMark[]): LineReading {
  const spaces = findSpaces(marks.map(({ box }) => box));
  const text = marks.map(({ reading }, at) => `${spaces[at] ? ' ' : ''}${reading.digit ?? '?'}`);
  return { text: text.join(''), digits: marks.map(({ reading }) => reading) };
}
