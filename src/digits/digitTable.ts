import { oneLine, quote } from '../numbers/quote';
import { firstCells, forEachCell, linesOf, textOf, wholeNumber } from './csvCells';
import type { DigitSet } from './digitSet';
import { readMaybeGzipped } from './idx';
import { tableLayout, type TableLayout } from './tableLayout';

/** Images of a table, and what they show where it says so. */
export type TabledDigits = Omit<DigitSet, 'labels'> & Partial<Pick<DigitSet, 'labels'>>;

function layoutOf(name: string, cells: readonly string[]): TableLayout {
  const layout = tableLayout(cells);
  if (layout) return layout;
  const shown = cells.length > 3 ? [cells[0], cells[1], '…', cells.at(-1)!] : cells;
  throw new RangeError(
    `${name}: expected columns pixel0 to pixel783, pixel1 to pixel784 or 1x1 to 28x28, or as many as make another ` +
      `square, found ${cells.length} columns: ${oneLine(shown.join(', '))}`,
  );
}

/**
 * Reads digits from the content of a table; see {@link readDigitTable}.
 *
 * @param content of the file, unpacked
 * @param name what errors call it
 * @throws RangeError where its columns make no square images, a row is incomplete, or a value is out of range
 */
export function decodeDigitTable(content: Uint8Array, name: string): TabledDigits {
  const lines = linesOf(content);
  if (lines.length === 0) throw new RangeError(`${name}: expected a row a digit, found nothing`);
  const { cells, separator } = firstCells(content, lines[0]);
  const { side, pixels, label, names, hasHeader } = layoutOf(name, cells);
  const rows = hasHeader ? lines.slice(1) : lines;
  if (rows.length === 0) throw new RangeError(`${name}: expected a row a digit, found none`);
  const size = side * side;
  const images = new Uint8Array(rows.length * size);
  const labels = new Uint8Array(label === undefined ? 0 : rows.length);
  rows.forEach((line, row) => {
    const inRow = (message: string): RangeError =>
      new RangeError(`${name}: row ${row + 1}: expected ${message}`);
    const count = forEachCell(content, line, separator, (column, start, end) => {
      const pixel = pixels[column];
      if (pixel === undefined && column !== label) return;
      const value = wholeNumber(content, start, end);
      const most = column === label ? 9 : 255;
      if (value < 0 || value > most) {
        const found = quote(textOf(content, [start, end]));
        throw inRow(`a whole number from 0 to ${most} as ${names[column]}, found ${found}`);
      }
      if (pixel === undefined) labels[row] = value;
      else images[row * size + pixel] = value;
    });
    if (count !== names.length) throw inRow(`${names.length} cells, found ${count}`);
  });
  const digits = { count: rows.length, width: side, height: side, images };
  return label === undefined ? digits : { ...digits, labels };
}

/**
 * Reads digits from a table as Kaggle's "Digit Recognizer" has them: CSV with a row a digit, ink in 0..255 from left to
 * right and top to bottom, and a column `label` (or `class`, `digit`, `target`) where the digits are known.
 *
 * Columns are called `pixel0`, `pixel1`, …, or counted from 1, or `1x1`, `1x2`, … by row and column; other columns are
 * left alone. Without a header, a first column that makes no square with the others is the label. Commas, semicolons
 * or tabs separate; blank lines count for nothing.
 *
 * @param path of the file, gzipped or not
 * @throws Error where it cannot be read, RangeError as {@link decodeDigitTable} does
 */
export function readDigitTable(path: string): TabledDigits {
  return decodeDigitTable(readMaybeGzipped(path), path);
}

/**
 * Makes sure that a table says what its digits are.
 *
 * @param name what errors call the table
 * @throws RangeError where it does not
 */
export function demandLabels({ labels, ...digits }: TabledDigits, name: string): DigitSet {
  if (labels) return { ...digits, labels };
  throw new RangeError(
    `${name}: expected a column label, found none; \`npm run classify\` answers what is not known`,
  );
}

/**
 * Reads labelled digits from such a table.
 *
 * @throws Error as {@link readDigitTable} does, RangeError where it says of no digit what it is
 */
export function readLabelledTable(path: string): DigitSet {
  return demandLabels(readDigitTable(path), path);
}
