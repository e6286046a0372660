/**
 * Writes a table in Markdown, its columns aligned as Prettier aligns them.
 *
 * @param rows of equally many cells, the first one the header; at least one
 */
export function markdownTable(rows: readonly (readonly (number | string)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column].length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [header, ...body] = cells;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join(
    '\n',
  );
}
