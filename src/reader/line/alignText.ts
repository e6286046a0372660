import { ANSWER_COUNT, SYMBOLS } from './alphabet';
import type { StripAnswers } from './lineReader';

/** The columns in which a symbol of a text is seen; `end` lies just outside. */
export interface SymbolSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Lays a text along the columns of a strip in the likeliest way (Viterbi, 1967).
 *
 * @param text in the symbols of the line reader
 * @returns the columns of each symbol; undefined where there are too few columns for the text
 */
export function alignText(
  { columns, logProbabilities }: StripAnswers,
  text: string,
): SymbolSpan[] | undefined {
  // Blanks stand before, between and after the symbols: state 2 k + 1 is symbol k.
  const states = 2 * text.length + 1;
  const answers = Array.from({ length: states }, (_, state) =>
    state % 2 === 0 ? 0 : SYMBOLS.indexOf(text[(state - 1) / 2]) + 1,
  );
  let scores = new Float64Array(states).fill(-Infinity);
  const cameFrom = new Int8Array(columns * states);
  for (let column = 0; column < columns; column++) {
    const next = new Float64Array(states).fill(-Infinity);
    for (let state = 0; state < states; state++) {
      let [best, steps] = [column === 0 ? (state < 2 ? 0 : -Infinity) : scores[state], 0];
      const mayJump = state % 2 === 1 && state > 1 && answers[state] !== answers[state - 2];
      for (const step of mayJump ? [1, 2] : [1]) {
        if (column > 0 && state >= step && scores[state - step] > best) {
          [best, steps] = [scores[state - step], step];
        }
      }
      next[state] = best + logProbabilities[column * ANSWER_COUNT + answers[state]];
      cameFrom[column * states + state] = steps;
    }
    scores = next;
  }
  let state = states > 1 && scores[states - 2] > scores[states - 1] ? states - 2 : states - 1;
  if (scores[state] === -Infinity) return undefined;
  const spans: { start: number; end: number }[] = Array.from(text, () => ({ start: 0, end: 0 }));
  for (let column = columns - 1; column >= 0; column--) {
    if (state % 2 === 1) {
      const span = spans[(state - 1) / 2];
      span.start = column;
      if (span.end === 0) span.end = column + 1;
    }
    state -= cameFrom[column * states + state];
  }
  return spans;
}
