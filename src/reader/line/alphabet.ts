/** What a line reader tells apart; its answer 0 is the blank between marks, answer k is SYMBOLS[k - 1]. */
export const SYMBOLS = "0123456789.,-/:%+=×()'$€# ";

/** Stands for what belongs to no number: a letter, a word, a drawing. */
export const OTHER = '#';

/** How many answers a line reader gives for a column: the symbols and the blank. */
export const ANSWER_COUNT = SYMBOLS.length + 1;

/** Words with the signs after them, runs of spaces, single marks. */
const parts = /\p{L}[\p{L}\p{M}.,:;!?'-]*| +|./gu;

/** What a line reader should read where a text is written: `#` for every word and every sign it does not know. */
export function symbolsOf(text: string): string {
  return (text.trim().match(parts) ?? [])
    .map((part) => (part.startsWith(' ') ? ' ' : SYMBOLS.includes(part) ? part : OTHER))
    .join('');
}
