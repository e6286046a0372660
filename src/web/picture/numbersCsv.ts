import { decimalMarkOf, valueOf } from '../../reader/page/numberValue';
import type { PageReading } from '../../reader/page/pageReading';
import { correctedText, type Corrections } from './corrections';
import { csv } from './csv';

const columns = ['file', 'line', 'number', 'text', 'value', 'confidence', 'x0', 'y0', 'x1', 'y1'];

/**
 * Writes the numbers of a page as CSV: a row each, with what a person has corrected.
 *
 * @param file the picture's name
 * @returns `value` is empty for dates, times and the like, `confidence` for a number that was corrected
 */
export function numbersCsv(file: string, { lines }: PageReading, corrections: Corrections): string {
  const numbers = lines.flatMap((line, lineAt) =>
    line.numbers.map((number, at) => ({
      ...number,
      place: [lineAt + 1, at + 1],
      text: correctedText(number, corrections),
    })),
  );
  const mark = decimalMarkOf(numbers.map(({ text }) => text));
  const rows = numbers
    .filter(({ text }) => /[\d?]/.test(text))
    .map(({ place, text, confidence, box: { x0, y0, x1, y1 }, digits }) => {
      const isCorrected = digits.some((digit) => corrections.has(digit));
      const known = isCorrected ? '' : confidence;
      return [file, ...place, text, valueOf(text, mark) ?? '', known, x0, y0, x1, y1];
    });
  return csv(columns, rows);
}
