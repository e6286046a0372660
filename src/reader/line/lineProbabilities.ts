import { ANSWER_COUNT, SYMBOLS } from './alphabet';
import type { StripAnswers } from './lineReader';

/** How likely a symbol is along a strip. */
export interface SymbolShares {
  /** As people call it. */
  readonly name: string;
  /** In every column of the answers; 0..1. */
  readonly shares: readonly number[];
}

/** A symbol is shown where it is at least this likely in some column. */
const LEAST_SHOWN = 0.05;

const names: Readonly<Record<string, string>> = { ' ': 'space', '#': 'other' };

/**
 * Lists the symbols that may stand on a strip, with their probabilities along it.
 *
 * @returns in the order of the line reader's symbols; those that are nowhere likely are left out
 */
export function lineProbabilities({ columns, logProbabilities }: StripAnswers): SymbolShares[] {
  return Array.from(SYMBOLS, (symbol, index) => ({
    name: names[symbol] ?? symbol,
    shares: Array.from({ length: columns }, (_, column) =>
      Math.exp(logProbabilities[column * ANSWER_COUNT + index + 1]),
    ),
  })).filter(({ shares }) => Math.max(...shares) >= LEAST_SHOWN);
}
