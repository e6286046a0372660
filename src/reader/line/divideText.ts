import { alignText } from './alignText';
import { ANSWER_COUNT } from './alphabet';
import { searchTexts } from './beamSearch';
import type { StripAnswers } from './lineReader';

/** Columns of a strip between two spaces; `end` lies just outside. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** Divides a strip where its likeliest text has spaces: into one part for each number or word. */
export function divideText(answers: StripAnswers): TextPart[] {
  const text = searchTexts(answers)[0].text;
  const spans = alignText(answers, text) ?? [];
  const borders = Array.from(text).flatMap((symbol, at) =>
    symbol === ' ' ? [Math.round((spans[at].start + spans[at].end) / 2)] : [],
  );
  const starts = [0, ...borders];
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? answers.columns }));
}

/** The answers of some columns alone. */
export function answersOf(
  { logProbabilities }: StripAnswers,
  { start, end }: TextPart,
): StripAnswers {
  return {
    columns: end - start,
    logProbabilities: logProbabilities.subarray(start * ANSWER_COUNT, end * ANSWER_COUNT),
  };
}
