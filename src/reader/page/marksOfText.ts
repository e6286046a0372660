import type { DigitReading, LineReading, SignReading } from './pageReading';

/**
 * Finds the mark that each character of a line's text stands for.
 *
 * @returns as many as there are characters: a digit for each digit and `?`, undefined for a space, a sign for any other
 */
export function marksOfText({
  text,
  digits,
  signs,
}: Pick<LineReading, 'text' | 'digits' | 'signs'>): (DigitReading | SignReading | undefined)[] {
  let [digit, sign] = [0, 0];
  return Array.from(text, (character) => {
    if (character === ' ') return undefined;
    return /[\d?]/.test(character) ? digits[digit++] : signs[sign++];
  });
}
