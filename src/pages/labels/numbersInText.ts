/**
 * Lists the numbers in lines of text so that they can be compared: as a person copies them out, operators apart.
 *
 * Points and commas count as the same, and so do dashes of any length. Signs at the ends of a number are no part of it
 * but for a minus in front and what tells of a unit behind.
 *
 * @param lines of digits, signs and spaces
 */
export function numbersInText(lines: readonly string[]): string[] {
  return lines
    .join(' ')
    .replace(/[−–—]/g, '-')
    .replace(/[·,]/g, '.')
    .split(/[\s=+()×x*÷]+/i)
    .map((run) =>
      run
        .replace(/^[./:%]+/, '')
        .replace(/[-./:]+$/, '')
        .replace(/^-+/, '-'),
    )
    .filter((run) => /\d/.test(run));
}
