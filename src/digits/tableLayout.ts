/** What stands where in the rows of a table of digits. */
export interface TableLayout {
  /** Width and height of the images in pixels. */
  readonly side: number;
  /** Of each column, which pixel it holds, from left to right and top to bottom; undefined where it holds none. */
  readonly pixels: readonly (number | undefined)[];
  /** The column that says which digit it is. */
  readonly label: number | undefined;
  /** What errors call the columns. */
  readonly names: readonly string[];
  readonly hasHeader: boolean;
}

const isByte = (cell: string): boolean => /^\d{1,3}(\.0+)?$/.test(cell) && Number(cell) < 256;

const isLabel = (name: string): boolean => /^(label|class|digit|target)$/i.test(name);

/** Where pixels may be counted from. */
const bases = [0, 1];

/** Which pixel a column of a header holds, counted from a base: `pixel7`, `7` or, row by row, `1x7`. */
function pixelOf(name: string, side: number, base: number): number | undefined {
  const counted = /^(?:pixel)?[ _]?(\d{1,6})$/i.exec(name);
  if (counted) return Number(counted[1]) - base;
  const placed = /^(\d{1,3})x(\d{1,3})$/i.exec(name);
  if (!placed) return undefined;
  const [row, column] = placed.slice(1).map((text) => Number(text) - base);
  return column >= 0 && column < side ? row * side + column : NaN;
}

/** The pixels that columns hold; undefined where they do not make a whole square. */
function squareOf(names: readonly string[], base: number): TableLayout['pixels'] | undefined {
  const count = names.filter((name) => pixelOf(name, 1, base) !== undefined).length;
  const side = Math.sqrt(count);
  if (count === 0 || !Number.isInteger(side)) return undefined;
  const pixels = names.map((name) => pixelOf(name, side, base));
  const different = new Set(pixels);
  const isWhole = Array.from({ length: count }, (_, pixel) => pixel).every((pixel) =>
    different.has(pixel),
  );
  return isWhole ? pixels : undefined;
}

/** The layout of a table without a header: the pixels, behind the digit where it is known. */
function countedLayout(columns: number): TableLayout | undefined {
  const names = Array.from({ length: columns }, (_, at) => `column ${at + 1}`);
  for (const labels of [0, 1]) {
    const side = Math.sqrt(columns - labels);
    if (side < 1 || !Number.isInteger(side)) continue;
    const pixels = names.map((_, at) => (at < labels ? undefined : at - labels));
    return { side, pixels, label: labels === 1 ? 0 : undefined, names, hasHeader: false };
  }
  return undefined;
}

function namedLayout(names: readonly string[]): TableLayout | undefined {
  const pixels = bases.map((base) => squareOf(names, base)).find(Boolean);
  if (!pixels) return undefined;
  const side = Math.sqrt(pixels.filter((pixel) => pixel !== undefined).length);
  const label = names.findIndex(isLabel);
  return { side, pixels, label: label === -1 ? undefined : label, names, hasHeader: true };
}

/**
 * Finds out what stands where in a table of digits.
 *
 * @param firstRow the cells of its first row: names, or numbers from 0 to 255 where it has no header
 * @returns undefined where the columns make no square image
 */
export function tableLayout(firstRow: readonly string[]): TableLayout | undefined {
  return firstRow.every(isByte) ? countedLayout(firstRow.length) : namedLayout(firstRow);
}
