import { alignText, type SymbolSpan } from './alignText';
import { searchTexts, type Hypothesis } from './beamSearch';
import type { StripAnswers } from './lineReader';

/** A digit that another network has found on a strip. */
export interface Sighting {
  /** The column of its middle. */
  readonly column: number;
  /** How many columns are as wide as it is high. */
  readonly height: number;
  /** How sure it is that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9; [10]. */
  readonly probabilities: Float32Array;
}

/** A text that a part of a strip may say, with where its symbols stand. */
export interface WeighedText extends Hypothesis {
  readonly spans: readonly SymbolSpan[];
}

/** How much the other network's opinion counts beside the line reader's. */
const SIGHTING_WEIGHT = 0.5;
/** What a digit counts that only the line reader has seen. */
const UNSEEN_DIGIT = Math.log(0.75);
/** No opinion is surer than this. */
const LEAST = 0.02;
/** A symbol belongs to a sighting whose middle is nearer than this, in heights. */
const NEAR = 0.4;

/**
 * Finds the likeliest texts of a part of a strip, weighing what the line reader says with the digits that another
 * network has found there.
 *
 * @param answers of the columns of that part
 * @param sightings in columns of that part
 * @returns the likeliest first; their probabilities add up to 1 at most
 */
export function weighTexts(
  answers: StripAnswers,
  sightings: readonly Sighting[],
): WeighedText[] {
  const hypotheses = searchTexts(answers).flatMap((hypothesis) => {
    const spans = alignText(answers, hypothesis.text);
    return spans && hypothesis.text.length > 0 ? [{ ...hypothesis, spans }] : [];
  });
  const weights = hypotheses.map(({ text, spans }) => Math.exp(support(text, spans, sightings)));
  const left = 1 - hypotheses.reduce((sum, { probability }) => sum + probability, 0);
  const total = hypotheses.reduce(
    (sum, { probability }, at) => sum + probability * weights[at],
    Math.max(0, left) * Math.min(1, ...weights),
  );
  return hypotheses
    .map((hypothesis, at) => ({
      ...hypothesis,
      probability: (hypothesis.probability * weights[at]) / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

/** How far the sightings speak for a text: a logarithm. */
function support(
  text: string,
  spans: readonly SymbolSpan[],
  sightings: readonly Sighting[],
): number {
  const middles = spans.map(({ start, end }) => (start + end) / 2);
  const isSeen = Array.from(text, () => false);
  let sum = 0;
  for (const { column, height, score, probabilities } of sightings) {
    let nearest = -1;
    middles.forEach((middle, at) => {
      const isNearer =
        nearest < 0 || Math.abs(middle - column) < Math.abs(middles[nearest] - column);
      if (isDigit(text[at]) && isNearer) nearest = at;
    });
    const isFound = nearest >= 0 && Math.abs(middles[nearest] - column) < NEAR * height;
    if (isFound) isSeen[nearest] = true;
    const share = isFound ? probabilities[Number(text[nearest])] : 1 - score;
    sum += score * Math.log(Math.max(LEAST, share));
  }
  const unseen = Array.from(text).filter((symbol, at) => isDigit(symbol) && !isSeen[at]).length;
  return SIGHTING_WEIGHT * sum + unseen * UNSEEN_DIGIT;
}

const isDigit = (symbol: string): boolean => symbol >= '0' && symbol <= '9';
