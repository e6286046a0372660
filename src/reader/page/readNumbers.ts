import { findNumbers, type WrittenLine, type WrittenNumber } from './findNumbers';
import { decimalMarkOf, valueOf, type DecimalMark } from './numberValue';
import type { LineReading, NumberReading } from './pageReading';

/** How sure a whole number is, and what else it may be. */
export type NumberJudgement = Pick<NumberReading, 'confidence' | 'alternatives'>;

/** How the numbers of a page are read. */
export interface ReadNumbersOptions<Line extends WrittenLine = WrittenLine> {
  /** @default what most of the page's numbers use, as `decimalMarkOf` finds it */
  readonly decimal?: DecimalMark | undefined;
  /** @default the product of what its digits and signs are, and no alternatives */
  readonly judge?: (number: WrittenNumber, line: Line) => NumberJudgement;
}

/** A number is right if all of its marks are. */
const judgeByMarks = ({ digits, signs }: WrittenNumber): NumberJudgement => {
  const product = [...digits, ...signs].reduce((share, { confidence }) => share * confidence, 1);
  return { confidence: Math.round(product * 1e4) / 1e4, alternatives: [] };
};

/**
 * Tells the numbers in the lines of a page, and what each comes to.
 *
 * @param lines of one page, since the decimal mark is found from all of its numbers
 */
export function readNumbers<Line extends WrittenLine>(
  lines: readonly Line[],
  { decimal, judge = judgeByMarks }: ReadNumbersOptions<Line> = {},
): LineReading[] {
  const found = lines.map(findNumbers);
  const mark = decimal ?? decimalMarkOf(found.flat().map(({ text }) => text));
  return lines.map((line, at) => ({
    text: line.text,
    digits: line.digits,
    signs: line.signs,
    numbers: found[at].map((number) => {
      const { text, box, digits } = number;
      return { text, value: valueOf(text, mark), ...judge(number, line), box, digits };
    }),
  }));
}
