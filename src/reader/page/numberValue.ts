/** The marks that may stand between the whole part of a number and its decimals. */
export const decimalMarks = ['comma', 'point'] as const;

/** The mark between the whole part of a number and its decimals; the other one groups thousands. */
export type DecimalMark = (typeof decimalMarks)[number];

/** More digits than this a number of JavaScript does not hold exactly. */
const MOST_DIGITS = 15;

/** Groups end with three digits; those before may have two, as in India: 3'36'000. */
const groupedBy = (sign: string): string => `[1-9]\\d{0,2}(?:${sign}\\d{2,3})*${sign}\\d{3}`;

const amountWith = (decimal: string, thousands: string): RegExp =>
  new RegExp(
    `^(?:(?:\\d+|${groupedBy(thousands)}|${groupedBy("'")})(?:${decimal}\\d+)?|${decimal}\\d+)$`,
  );

const marks = {
  comma: { decimal: ',', amount: amountWith(',', '\\.') },
  point: { decimal: '.', amount: amountWith('\\.', ',') },
} as const;

/** The value of a number under one of the two conventions; null where it cannot be written so. */
function valueBy(text: string, mark: DecimalMark): number | null {
  const written = /^[$€£]?(-?)[$€£]?([\d.,'].*?)[$€£%]?$/.exec(text);
  if (!written) return null;
  const [, minus, amount] = written;
  const { decimal, amount: pattern } = marks[mark];
  if (!pattern.test(amount) || amount.replace(/^[0.,]+|\D/g, '').length > MOST_DIGITS) return null;
  const [whole, decimals = ''] = amount.split(decimal);
  // Not -0.
  return Number(`${minus}${whole.replace(/\D/g, '')}.${decimals}0`) || 0;
}

/**
 * Gives the value of a number as it is written.
 *
 * Thousands may be grouped: 1.683,97, 1,683.97, 3'36'000. The mark that the page uses decides only where both
 * readings are possible, as in 1.234: 51.48 is no grouped number on any page. A currency sign is left out, and so
 * is the sign of per cent: 25% is 25.
 *
 * @param text digits and signs, without a space
 * @param mark what the page uses between whole part and decimals
 * @returns null for what is no plain number: dates, times, ranges, fractions, a `?` among the digits, more than 15
 *   digits
 */
export function valueOf(text: string, mark: DecimalMark): number | null {
  const other: DecimalMark = mark === 'comma' ? 'point' : 'comma';
  return valueBy(text, mark) ?? valueBy(text, other);
}

/**
 * Finds out which decimal mark the numbers of a page use: the one that most of them need to be numbers at all.
 *
 * @param texts numbers as they are written
 * @returns `point` where no number tells, or as many tell the one as the other
 */
export function decimalMarkOf(texts: readonly string[]): DecimalMark {
  const needing = (mark: DecimalMark, other: DecimalMark): number =>
    texts.filter((text) => valueBy(text, mark) !== null && valueBy(text, other) === null).length;
  return needing('comma', 'point') > needing('point', 'comma') ? 'comma' : 'point';
}
