/**
 * What a terminal, or whoever reads a line, must not get from others' texts: characters that control it, break the line,
 * turn the direction of writing, or cannot be seen.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

const codeOf = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/**
 * Makes a text of others safe to print, in one line: what is not printable is shown as JSON writes it, as in `\u001b`, so
 * that text in JSON stays the same JSON.
 */
export function printable(text: string): string {
  return text.replace(unprintable, codeOf);
}

/** Makes a text safe to print whose line breaks are our own. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
