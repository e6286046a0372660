/**
 * Makes a text safe to print on a terminal: names of files may hold characters that move the cursor, change colours or
 * titles, or turn the direction of writing. They are shown as codes, as in `\x1b`; line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 256
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
