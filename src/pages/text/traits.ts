/** Which words are written and printed. */
export const texts = {
  /** Words of any syllables, names, words of a few letters between others. */
  syllableShare: 0.15,
  nameShare: 0.15,
  smallWordShare: 0.15,
  /** How the words of a line are written. */
  styles: { small: 40, sentence: 20, title: 20, capitals: 20 },
  /** Words with a comma, a stop or the like after them. */
  signShare: 0.1,
  /** Printed lines with a number. */
  printedNumberShare: 0.35,
} as const;
