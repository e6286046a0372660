const [LINE_FEED, RETURN, QUOTE, SPACE, POINT, ZERO, NINE] = Array.from('\n\r" .09', (character) =>
  character.charCodeAt(0),
);
const BYTE_ORDER_MARK = '\ufeff';
const separators = [',', ';', '\t'];

/** A stretch of bytes. */
export type Span = readonly [start: number, end: number];

/** The text that a stretch of bytes holds. */
export const textOf = (bytes: Uint8Array, [start, end]: Span): string =>
  new TextDecoder().decode(bytes.subarray(start, end));

/** The lines of a text that are not empty, without what ends them. */
export function linesOf(bytes: Uint8Array): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const next = found === -1 ? bytes.length : found;
    const end = bytes[next - 1] === RETURN ? next - 1 : next;
    if (end > start) lines.push([start, end]);
    start = next + 1;
  }
  return lines;
}

/** Cuts the first line of a table into cells, and finds out what separates them: commas, semicolons or tabs. */
export function firstCells(
  bytes: Uint8Array,
  line: Span,
): { readonly cells: string[]; readonly separator: number } {
  const text = textOf(bytes, line).replace(BYTE_ORDER_MARK, '');
  const separator = separators.find((one) => text.includes(one)) ?? separators[0];
  const cells = text.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return { cells, separator: separator.charCodeAt(0) };
}

/**
 * Calls for each cell of a line.
 *
 * @returns how many there are
 */
export function forEachCell(
  bytes: Uint8Array,
  [start, end]: Span,
  separator: number,
  use: (column: number, start: number, end: number) => void,
): number {
  let column = 0;
  for (let from = start, at = start; at <= end; at++) {
    if (at < end && bytes[at] !== separator) continue;
    use(column++, from, at);
    from = at + 1;
  }
  return column;
}

/**
 * Reads a whole number of at most four digits, in quotes or not, with or without spaces around it and zeros behind a
 * point.
 *
 * @returns -1 where there is none
 */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  while (start < end && bytes[start] === SPACE) start++;
  while (start < end && bytes[end - 1] === SPACE) end--;
  if (end - start > 2 && bytes[start] === QUOTE && bytes[end - 1] === QUOTE) {
    return wholeNumber(bytes, start + 1, end - 1);
  }
  let value = -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === POINT && value >= 0) {
      while (++at < end) if (bytes[at] !== ZERO) return -1;
      return value;
    }
    if (byte < ZERO || byte > NINE || value > 999) return -1;
    value = 10 * Math.max(0, value) + byte - ZERO;
  }
  return value;
}
