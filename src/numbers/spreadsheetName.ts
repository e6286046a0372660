/**
 * Writes the name of a file so that spreadsheets, which open a table of names, make no formula of it.
 *
 * @returns a path of the same file, from the current folder on
 */
export function spreadsheetName(file: string): string {
  return file.replace(/^(?=[=+@\t\r-])/, './');
}
