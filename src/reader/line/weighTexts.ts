import { alignText, type SymbolSpan } from './alignText';
import { searchTexts, type Hypothesis } from './beamSearch';
import type { StripAnswers } from './lineReader';

/** A digit that the detector has found on a strip. */
export interface Sighting {
  /** The column of its middle. */
  readonly column: number;
  /** How many columns are as wide as it is high. */
  readonly height: number;
  /** How sure it is that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9; [10]. */
  readonly probabilities: ArrayLike<number>;
}

/** A number that a part of a strip may say, with where its symbols stand. */
export interface WeighedText extends Hypothesis {
  readonly spans: readonly SymbolSpan[];
  /** For each symbol the sighting of the same digit, by its place among all; undefined where there is none. */
  readonly sightings: readonly (number | undefined)[];
}

/** How much the detector's opinion counts beside the line reader's. */
const SIGHTING_WEIGHT = 0.8;
/** What a digit counts that only the line reader has seen. */
const UNSEEN_DIGIT = Math.log(0.75);
/** No opinion is surer than this. */
const LEAST = 0.02;
/** A symbol belongs to a sighting whose middle is nearer than this, in heights. */
const NEAR = 0.4;

/** No number begins or ends so: a slash in front is mostly a 1. */
const IMPLAUSIBLE = /^[# ]*[/:%×][\d]|\d[/:×(][# ]*$/;
/** What an implausible text counts. */
const IMPLAUSIBLE_WEIGHT = 0.1;

/** Letters and spaces before and after a number do not belong to it. */
const OUTSIDE = /^[# ]+|[# ]+$/g;

/**
 * Finds the likeliest numbers of a part of a strip: what the line reader says, weighed with the digits that the detector
 * has found there.
 *
 * @param answers of the columns of that part
 * @param sightings in columns of that part
 * @returns the likeliest first, without the letters around them; their probabilities add up to 1 at most, the rest is
 *   that there is no number
 */
export function weighTexts(answers: StripAnswers, sightings: readonly Sighting[]): WeighedText[] {
  const hypotheses = searchTexts(answers).flatMap((hypothesis) => {
    const spans = alignText(answers, hypothesis.text);
    if (!spans) return [];
    const seen = matchSightings(hypothesis.text, spans, sightings);
    const plausibility = IMPLAUSIBLE.test(hypothesis.text) ? IMPLAUSIBLE_WEIGHT : 1;
    const weight = plausibility * Math.exp(supportFor(hypothesis.text, seen, sightings));
    return [{ ...hypothesis, spans, sightings: seen, weight }];
  });
  const others = 1 - hypotheses.reduce((sum, { probability }) => sum + probability, 0);
  const leastWeight = Math.min(1, ...hypotheses.map(({ weight }) => weight));
  const total = hypotheses.reduce(
    (sum, { probability, weight }) => sum + probability * weight,
    Math.max(0, others) * leastWeight,
  );
  const numbers = new Map<string, WeighedText>();
  for (const { text: whole, spans, sightings: seen, probability, weight } of hypotheses) {
    const text = whole.replace(OUTSIDE, '');
    if (text === '') continue;
    const share = (probability * weight) / total;
    const known = numbers.get(text);
    const start = whole.indexOf(text);
    numbers.set(text, {
      text,
      probability: share + (known?.probability ?? 0),
      spans: known?.spans ?? spans.slice(start, start + text.length),
      sightings: known?.sightings ?? seen.slice(start, start + text.length),
    });
  }
  return [...numbers.values()].sort((a, b) => b.probability - a.probability);
}

/** Finds for each digit of a text the sighting that stands in the same place. */
function matchSightings(
  text: string,
  spans: readonly SymbolSpan[],
  sightings: readonly Sighting[],
): (number | undefined)[] {
  const matched: (number | undefined)[] = Array.from(text, () => undefined);
  const middleOf = ({ start, end }: SymbolSpan): number => (start + end) / 2;
  sightings.forEach(({ column, height }, place) => {
    let [nearest, distance] = [-1, NEAR * height];
    spans.forEach((span, at) => {
      const away = Math.abs(middleOf(span) - column);
      if (isDigit(text[at]) && away < distance) [nearest, distance] = [at, away];
    });
    if (nearest < 0) return;
    const before = matched[nearest];
    if (before === undefined || sightings[before].score < sightings[place].score) {
      matched[nearest] = place;
    }
  });
  return matched;
}

/** How far the detector speaks for a text: a logarithm. */
function supportFor(
  text: string,
  matched: readonly (number | undefined)[],
  sightings: readonly Sighting[],
): number {
  let sum = 0;
  sightings.forEach(({ score, probabilities }, place) => {
    const at = matched.indexOf(place);
    const share = at < 0 ? 1 - score : probabilities[Number(text[at])];
    sum += score * Math.log(Math.max(LEAST, share));
  });
  const unseen = matched.filter((place, at) => place === undefined && isDigit(text[at])).length;
  return SIGHTING_WEIGHT * sum + unseen * UNSEEN_DIGIT;
}

/** Whether a symbol is one of the digits 0 to 9. */
export const isDigit = (symbol: string): boolean => symbol >= '0' && symbol <= '9';
