import type { Alternative, DigitReading, PageReading } from './pageReading';

/** What was read in a mark, and where in the text of a page it stands: nowhere where it is in no line. */
export interface PlacedReading {
  readonly reading: DigitReading;
  /** From 1 on, from top to bottom. */
  readonly line?: number;
  /** From 1 on, from left to right. */
  readonly place?: number;
  /** What the line says. */
  readonly text?: string;
}

/** Lists what was read in all marks of a page: those in lines in reading order, then those that stand in none. */
export function listReadings({ lines, refused }: PageReading): PlacedReading[] {
  const inLines = lines.flatMap(({ text, digits }, line) =>
    digits.map((reading, place) => ({ reading, line: line + 1, place: place + 1, text })),
  );
  return [...inLines, ...refused.map((reading) => ({ reading }))];
}

/** What a mark may be, likeliest first: its answer, where it has one, and the alternatives. */
export function guessesOf({ digit, confidence, alternatives }: DigitReading): Alternative[] {
  return digit === null ? [...alternatives] : [{ digit, confidence }, ...alternatives];
}
