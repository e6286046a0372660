const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Writes a table as CSV. */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [columns, ...rows]
    .map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`)
    .join('');
}
