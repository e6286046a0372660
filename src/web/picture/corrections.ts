import { listReadings } from '../../reader/page/listReadings';
import { spreadsheetName } from '../../numbers/spreadsheetName';
import type { DigitReading, LineReading, PageReading } from '../../reader/page/pageReading';
import { csv } from './csv';

/** What a person says stands there: a digit, or null for none. */
export type Right = number | null;

/** What a person has corrected. */
export type Corrections = ReadonlyMap<DigitReading, Right>;

/** What stands in a mark: what a person says, or else what was read; null for no digit. */
export function answerOf(reading: DigitReading, corrections: Corrections): Right {
  const right = corrections.get(reading);
  return right === undefined ? reading.digit : right;
}

/** The text of a line or number with what a person has corrected; marks that are none are left out. */
export function correctedText(
  { text, digits }: Pick<LineReading, 'text' | 'digits'>,
  corrections: Corrections,
): string {
  let place = 0;
  const corrected = text.replace(/[0-9?]/g, (read) => {
    const right = corrections.get(digits[place++]);
    return right === undefined ? read : String(right ?? '');
  });
  return corrected.replace(/ +/g, ' ').trim();
}

/** The text of a page with what a person has corrected, a line a line. */
export function pageText({ lines }: PageReading, corrections: Corrections): string {
  return lines.map((line) => correctedText(line, corrections)).join('\n');
}

const columns = [
  ...['file', 'page', 'line', 'place', 'x0', 'y0', 'x1', 'y1'],
  ...['digit', 'confidence', 'right'],
];

/**
 * Writes the marks of a page as CSV that `train-reader --labelled` learns from: a row for each mark in a line, and for
 * what else was corrected.
 *
 * @param file the picture's name
 * @returns `digit` is what was read, empty for none; `right` what stands there by the person's corrections, `-` for none
 */
export function correctionsCsv(
  file: string,
  reading: PageReading,
  corrections: Corrections,
): string {
  const rows = listReadings(reading)
    .filter(({ line, reading: mark }) => line !== undefined || corrections.has(mark))
    .map(({ line, place, reading: mark }) => {
      const { x0, y0, x1, y1 } = mark.box;
      const right = answerOf(mark, corrections);
      const cells = [spreadsheetName(file), '', line ?? '', place ?? '', x0, y0, x1, y1];
      return [...cells, mark.digit ?? '', mark.confidence, right ?? '-'];
    });
  return csv(columns, rows);
}
