/** What a line reader tells apart; its answer 0 is the blank between marks, answer k is SYMBOLS[k - 1]. */
export const SYMBOLS = "0123456789.,-/:%+=×()'$€# ";

/** Stands for what belongs to no number: a letter, a word, a drawing. */
export const OTHER = '#';

/** How many answers a line reader gives for a column: the symbols and the blank. */
export const ANSWER_COUNT = SYMBOLS.length + 1;
