import { ANSWER_COUNT, SYMBOLS } from '../../reader/line/alphabet';

/** How far the answers for a strip are from its text, and how to change them. */
export interface CtcLoss {
  /** The negative logarithm of the probability of the text; infinite where there are too few columns for it. */
  readonly loss: number;
  /** What the loss changes by with each logit; 0 where it is infinite. [columns, ANSWER_COUNT] */
  readonly gradient: Float32Array;
}

/** The logarithm of the sum of two numbers that are given as logarithms. */
function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/**
 * The loss of connectionist temporal classification (Graves, Fernández, Gomez and Schmidhuber, 2006): the network may
 * answer a text along the columns in any way, with blanks between the symbols.
 *
 * @param logits of the blank and of every symbol; [columns, ANSWER_COUNT]
 * @param columns at least 1
 * @param text in the symbols of the line reader
 */
export function ctcLoss(logits: Float32Array, columns: number, text: string): CtcLoss {
  const logProbabilities = logSoftmax(logits, columns);
  // Blanks stand before, between and after the symbols: state 2 k + 1 is symbol k.
  const states = 2 * text.length + 1;
  const answers = Array.from({ length: states }, (_, state) =>
    state % 2 === 0 ? 0 : SYMBOLS.indexOf(text[(state - 1) / 2]) + 1,
  );
  // A blank may be left out between two symbols that differ.
  const mayJump = (state: number): boolean =>
    state % 2 === 1 && state > 1 && answers[state] !== answers[state - 2];
  const at = (column: number, state: number): number =>
    logProbabilities[column * ANSWER_COUNT + answers[state]];

  const forward = new Float64Array(columns * states).fill(-Infinity);
  const backward = new Float64Array(columns * states).fill(-Infinity);
  for (let state = 0; state < Math.min(2, states); state++) forward[state] = at(0, state);
  for (let column = 1; column < columns; column++) {
    const [now, before] = [column * states, (column - 1) * states];
    for (let state = 0; state < states; state++) {
      let sum = forward[before + state];
      if (state > 0) sum = addLogs(sum, forward[before + state - 1]);
      if (mayJump(state)) sum = addLogs(sum, forward[before + state - 2]);
      forward[now + state] = sum + at(column, state);
    }
  }
  const last = (columns - 1) * states;
  for (let state = Math.max(0, states - 2); state < states; state++) backward[last + state] = 0;
  for (let column = columns - 2; column >= 0; column--) {
    const [now, after] = [column * states, (column + 1) * states];
    for (let state = 0; state < states; state++) {
      let sum = backward[after + state] + at(column + 1, state);
      if (state + 1 < states) {
        sum = addLogs(sum, backward[after + state + 1] + at(column + 1, state + 1));
      }
      if (state + 2 < states && mayJump(state + 2)) {
        sum = addLogs(sum, backward[after + state + 2] + at(column + 1, state + 2));
      }
      backward[now + state] = sum;
    }
  }
  let total = forward[last + states - 1];
  if (states > 1) total = addLogs(total, forward[last + states - 2]);
  const gradient = new Float32Array(columns * ANSWER_COUNT);
  if (total === -Infinity) return { loss: Infinity, gradient };
  for (let place = 0; place < gradient.length; place++) {
    gradient[place] = Math.exp(logProbabilities[place]);
  }
  for (let column = 0; column < columns; column++) {
    for (let state = 0; state < states; state++) {
      const share = Math.exp(
        forward[column * states + state] + backward[column * states + state] - total,
      );
      gradient[column * ANSWER_COUNT + answers[state]] -= share;
    }
  }
  return { loss: -total, gradient };
}

function logSoftmax(logits: Float32Array, columns: number): Float32Array {
  const result = new Float32Array(columns * ANSWER_COUNT);
  for (let column = 0; column < columns; column++) {
    const start = column * ANSWER_COUNT;
    const own = logits.subarray(start, start + ANSWER_COUNT);
    const most = own.reduce((a, b) => Math.max(a, b), -Infinity);
    const total = Math.log(own.reduce((sum, value) => sum + Math.exp(value - most), 0)) + most;
    for (let answer = 0; answer < ANSWER_COUNT; answer++)
      result[start + answer] = own[answer] - total;
  }
  return result;
}
