import { boundingBoxOf, type Box } from '../../picture/box';
import { marksOfText } from './marksOfText';
import type { DigitReading, LineReading, SignReading } from './pageReading';

/** A line as it was read, before its numbers are told apart. */
export type WrittenLine = Omit<LineReading, 'numbers'>;

/** A number of a line. */
export interface WrittenNumber {
  /** Its digits and signs, `?` for a mark without a digit. */
  readonly text: string;
  /** Where it begins in the text of its line. */
  readonly start: number;
  /** Around its digits and signs, in pixels of the picture. */
  readonly box: Box;
  readonly digits: readonly DigitReading[];
  readonly signs: readonly SignReading[];
}

/**
 * From the first digit of a number to its last: no operator, bracket or space stands between. A minus, a currency
 * sign or a decimal mark directly before belongs to it, as do a currency sign and the sign of per cent behind.
 */
const NUMBER = /(?:-[$€£]?|[$€£]-?)?[.,]?[\d?](?:[^\s=+()[\]x×*÷]*[\d?])?[%$€£]?/gi;

/**
 * Divides a line into numbers.
 *
 * @returns from left to right; signs that stand apart or end nothing, as in `12 - 3.`, belong to no number
 */
export function findNumbers(line: WrittenLine): WrittenNumber[] {
  const marks = marksOfText(line);
  return [...line.text.matchAll(NUMBER)].map(({ 0: text, index: start }) => {
    const own = marks.slice(start, start + text.length).filter((mark) => mark !== undefined);
    return {
      text,
      start,
      box: boundingBoxOf(own.map(({ box }) => box)),
      digits: own.filter((mark) => 'digit' in mark),
      signs: own.filter((mark) => 'symbol' in mark),
    };
  });
}
