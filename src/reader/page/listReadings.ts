import type { Alternative, DigitReading, PageReading } from './pageReading';

/** A mark, and where in the text of a page it stands; marks that stand in no line have no such place. */
export interface PlacedMark {
  readonly mark: DigitReading;
  /** From 1 on, from top to bottom. */
  readonly line?: number;
  /** From 1 on, from left to right. */
  readonly place?: number;
  /** What the line says. */
  readonly text?: string;
}

/** Lists all marks of a page: those in lines in reading order, then those that stand in none. */
export function listMarks({ lines, refused }: PageReading): PlacedMark[] {
  const inLines = lines.flatMap(({ text, digits }, line) =>
    digits.map((mark, place) => ({ mark, line: line + 1, place: place + 1, text })),
  );
  return [...inLines, ...refused.map((mark) => ({ mark }))];
}

/** What a mark may be, likeliest first: its answer, where it has one, and the alternatives. */
export function guessesOf({ digit, confidence, alternatives }: DigitReading): Alternative[] {
  return digit === null ? [...alternatives] : [{ digit, confidence }, ...alternatives];
}
