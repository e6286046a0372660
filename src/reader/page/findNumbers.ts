import { unionOf, type Box } from '../../picture/box';
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
 * @param line its digits are the digits and `?` of its text, in order, its signs all other characters but spaces
 * @returns from left to right; signs that stand apart or end nothing, as in `12 - 3.`, belong to no number
 */
export function findNumbers({ text, digits, signs }: WrittenLine): WrittenNumber[] {
  const isDigit = Array.from(text, (character) => /[\d?]/.test(character));
  const isSign = Array.from(text, (character, at) => !isDigit[at] && character !== ' ');
  const slice = <Mark>(
    marks: readonly Mark[],
    isMark: readonly boolean[],
    from: number,
    to: number,
  ): Mark[] => {
    const before = (end: number): number => isMark.slice(0, end).filter(Boolean).length;
    return marks.slice(before(from), before(to));
  };
  return [...text.matchAll(NUMBER)].map(({ 0: number, index: start }) => {
    const end = start + number.length;
    const ownDigits = slice(digits, isDigit, start, end);
    const ownSigns = slice(signs, isSign, start, end);
    const box = [...ownDigits, ...ownSigns].map((mark) => mark.box).reduce(unionOf);
    return { text: number, start, box, digits: ownDigits, signs: ownSigns };
  });
}
