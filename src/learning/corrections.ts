import type pl from 'nodejs-polars';
import { readRegularFile } from '../files/regularFile';
import { oneLine, quote } from '../numbers/quote';
import type { Correction } from './knownPage';

/** The corrections of one page of a file. */
export interface CorrectedFile {
  readonly file: string;
  /** From 1 on, where the file has several. */
  readonly page: number | undefined;
  readonly corrections: readonly Correction[];
}

const COLUMNS = ['file', 'page', 'x0', 'y0', 'x1', 'y1', 'right'] as const;

/** In bytes: more than the names of the columns take, and more than a person corrects in a life. */
const [LONGEST_HEADER, MOST_BYTES] = [1000, 100e6];

const unquoted = (cell: string): string => cell.replace(/^"(.*)"$/, '$1');

/** As text: `right` is a digit or -. */
function readTable({ readCSV }: typeof pl, path: string): pl.DataFrame {
  const content = readRegularFile(path, 'a table of corrections as CSV', { mostBytes: MOST_BYTES });
  const [header] = content.subarray(0, LONGEST_HEADER).toString().split(/\r?\n/);
  // As spreadsheets save it in countries that write a decimal comma.
  const sep = header.includes(';') ? ';' : ',';
  const names = header.replace('\ufeff', '').split(sep);
  const missing = COLUMNS.filter((column) => !names.some((name) => unquoted(name) === column));
  // Before all of it is taken for a table: that takes long where it is none.
  if (missing.length > 0) {
    throw new Error(
      `${path}: expected a table of corrections with ${COLUMNS.join(', ')}, found none of ${missing.join(', ')}; ` +
        'save it anew from the page that `recognize --sheet` writes',
    );
  }
  try {
    return readCSV(content, { inferSchemaLength: 0, sep });
  } catch (error) {
    throw new Error(
      `${path}: expected a table of corrections as CSV, found: ${oneLine((error as Error).message)}`,
      { cause: error },
    );
  }
}

/**
 * Reads what a person has corrected on a page of doubtful digits (`recognize --sheet`).
 *
 * @param path the table that the page has saved, as CSV
 * @returns a page each, in the order of the table
 * @throws Error where it is no such table
 */
export async function readCorrections(path: string): Promise<CorrectedFile[]> {
  const { default: pl } = await import('nodejs-polars');
  const table = readTable(pl, path);
  const files = new Map<string, CorrectedFile & { corrections: Correction[] }>();
  for (const row of table.toRecords() as Readonly<Record<string, string | null>>[]) {
    const { file, page, right } = row;
    if (!file || !/^[0-9-]$/.test(right ?? '')) {
      throw new Error(
        `${path}: expected a file and a digit or - as right in every row, found ${quote({ file, right })}; ` +
          'mend the row',
      );
    }
    const key = `${file}\n${page ?? ''}`;
    const known = files.get(key) ?? {
      file,
      page: page ? Number(page) : undefined,
      corrections: [],
    };
    const sides = [row.x0, row.y0, row.x1, row.y1];
    const [x0, y0, x1, y1] = sides.map(Number);
    const isPage = !page || (Number.isSafeInteger(Number(page)) && Number(page) >= 1);
    if (!isPage || !sides.every((side) => side?.trim() && Number.isFinite(Number(side)))) {
      throw new Error(
        `${path}: expected numbers as page, x0, y0, x1 and y1 in every row, found ${quote([page, ...sides])}; ` +
          'mend the row',
      );
    }
    const digit = right === '-' ? null : Number(right);
    known.corrections.push({ box: { x0, y0, x1, y1 }, digit });
    files.set(key, known);
  }
  return [...files.values()];
}
