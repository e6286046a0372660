import { ANSWER_COUNT, SYMBOLS } from '../../../src/reader/line/alphabet';
import type { StripAnswers } from '../../../src/reader/line/lineReader';

/** What a column looks like: one symbol for certain, or the probabilities of several; `_` is the blank. */
export type Column = string | Readonly<Record<string, number>>;

/** The answers of a strip whose columns look like this; what is not named is all but impossible. */
export function stripAnswers(columns: readonly Column[]): StripAnswers {
  const logProbabilities = new Float32Array(columns.length * ANSWER_COUNT).fill(Math.log(1e-9));
  columns.forEach((column, at) => {
    const known = typeof column === 'string' ? { [column]: 1 } : column;
    for (const [symbol, probability] of Object.entries(known)) {
      const answer = symbol === '_' ? 0 : SYMBOLS.indexOf(symbol) + 1;
      logProbabilities[at * ANSWER_COUNT + answer] = Math.log(probability);
    }
  });
  return { columns: columns.length, logProbabilities };
}

/** All ways to choose one of several answers in each column. */
export function pathsOf(answers: readonly string[], columns: number): string[] {
  if (columns === 0) return [''];
  return pathsOf(answers, columns - 1).flatMap((path) => answers.map((answer) => path + answer));
}

/** The text of a path: what repeats is one symbol, and blanks are nothing. */
export function textOfPath(path: string): string {
  return Array.from(path)
    .filter((answer, at) => answer !== path[at - 1])
    .join('')
    .replaceAll('_', '');
}
