import { ANSWER_COUNT, SYMBOLS } from './alphabet';
import type { StripAnswers } from './lineReader';

/** A text that a strip may say. */
export interface Hypothesis {
  readonly text: string;
  /** 0..1, of all texts. */
  readonly probability: number;
}

/** A beginning of texts: how likely the columns so far say it, the last of them blank or not. */
interface Prefix {
  readonly text: string;
  blank: number;
  symbol: number;
}

/** A symbol that is less likely in a column is not tried there. */
const MIN_SYMBOL = 1e-4;

/**
 * Finds the likeliest texts of a strip, by a search that sums up over all ways to lay a text along the columns (prefix
 * beam search: Graves, "Supervised Sequence Labelling with Recurrent Neural Networks", 2012; Hannun et al., arXiv
 * 1408.2873).
 *
 * @param width how many beginnings are followed at once, at least 1
 * @default width 12
 * @returns the likeliest first; at most as many as are followed
 */
export function searchTexts({ columns, logProbabilities }: StripAnswers, width = 12): Hypothesis[] {
  let beam: Prefix[] = [{ text: '', blank: 1, symbol: 0 }];
  // Long lines multiply many probabilities: what is divided out to keep them in range.
  let divided = 0;
  for (let column = 0; column < columns; column++) {
    const at = column * ANSWER_COUNT;
    const blank = Math.exp(logProbabilities[at]);
    const likely: (readonly [symbol: string, probability: number])[] = [];
    for (let answer = 1; answer < ANSWER_COUNT; answer++) {
      const probability = Math.exp(logProbabilities[at + answer]);
      if (probability > MIN_SYMBOL) likely.push([SYMBOLS[answer - 1], probability]);
    }
    const next = new Map<string, Prefix>();
    const prefixOf = (text: string): Prefix => {
      let prefix = next.get(text);
      if (!prefix) next.set(text, (prefix = { text, blank: 0, symbol: 0 }));
      return prefix;
    };
    for (const { text, blank: endsBlank, symbol: endsSymbol } of beam) {
      const same = prefixOf(text);
      same.blank += (endsBlank + endsSymbol) * blank;
      for (const [symbol, probability] of likely) {
        const isRepeated = text.endsWith(symbol);
        // Without a blank between, the same symbol goes on.
        if (isRepeated) same.symbol += endsSymbol * probability;
        const ways = isRepeated ? endsBlank : endsBlank + endsSymbol;
        if (ways > 0) prefixOf(text + symbol).symbol += ways * probability;
      }
    }
    beam = [...next.values()]
      .sort((a, b) => b.blank + b.symbol - a.blank - a.symbol)
      .slice(0, width);
    const most = beam[0].blank + beam[0].symbol;
    for (const prefix of beam) {
      prefix.blank /= most;
      prefix.symbol /= most;
    }
    divided += Math.log(most);
  }
  return beam.map(({ text, blank, symbol }) => ({
    text,
    probability: (blank + symbol) * Math.exp(divided),
  }));
}
