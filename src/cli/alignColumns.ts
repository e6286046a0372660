/** Aligns the columns of a table; cells end where their column ends. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padStart(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
