/** Makes one text of what Jupyter stores whole or line by line; nothing gives an empty text. */
export function joinLines(text: string | readonly string[] = ''): string {
  return typeof text === 'string' ? text : text.join('');
}
