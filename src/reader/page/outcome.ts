import { toCorners } from '../../picture/box';
import type { DigitReading, PageReading } from './pageReading';

/** A picture that could not be read, and why. */
export interface FailedPicture {
  readonly file: string;
  readonly error: string;
}

/** A picture and what was read in it. */
export type ReadPicture = { readonly file: string } & PageReading;

/** What one picture gave. */
export type Outcome = ReadPicture | FailedPicture;

export function isRead(outcome: Outcome): outcome is ReadPicture {
  return !('error' in outcome);
}

const readingJson = (reading: DigitReading): object => ({
  ...reading,
  box: toCorners(reading.box),
});

/** What one picture gave, as it is printed for programs: boxes are lists of left, top, right and bottom. */
export function outcomeJson(outcome: Outcome): object {
  if (!isRead(outcome)) return outcome;
  return {
    ...outcome,
    lines: outcome.lines.map(({ text, digits }) => ({ text, digits: digits.map(readingJson) })),
    refused: outcome.refused.map(readingJson),
  };
}
