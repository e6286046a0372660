import type { Evaluation } from '../evaluation/evaluation';

/** The figures of an evaluation that a card keeps. */
export type Results = Pick<Evaluation, 'count' | 'accuracy' | 'nll' | 'ece'>;

/** Reduces an evaluation to the figures of a card. */
export function resultsOf({ count, accuracy, nll, ece }: Evaluation): Results {
  return { count, accuracy, nll, ece };
}
