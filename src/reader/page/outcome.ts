import { toCorners } from '../../picture/box';
import type { DigitReading, NumberReading, PageReading, SignReading } from './pageReading';

/** Where a picture comes from. */
export interface PictureSource {
  readonly file: string;
  /** The page of the file, from 1 on, where it has several. */
  readonly page?: number;
}

/** A picture that could not be read, and why. */
export interface FailedPicture extends PictureSource {
  readonly error: string;
}

/** A picture and what was read in it. */
export interface ReadPicture extends PictureSource, PageReading {}

/** What one picture gave. */
export type Outcome = ReadPicture | FailedPicture;

export function isRead(outcome: Outcome): outcome is ReadPicture {
  return !('error' in outcome);
}

/** What to call a picture: its file, and the page where the file has several. */
export const nameOf = ({ file, page }: PictureSource): string =>
  page === undefined ? file : `${file}, page ${page}`;

const readingJson = (reading: DigitReading | SignReading): object => ({
  ...reading,
  box: toCorners(reading.box),
});

const numberJson = (number: NumberReading): object => ({
  ...number,
  box: toCorners(number.box),
  digits: number.digits.map(readingJson),
});

/** What one picture gave, as it is printed for programs: boxes are lists of left, top, right and bottom. */
export function outcomeJson(outcome: Outcome): object {
  if (!isRead(outcome)) return outcome;
  return {
    ...outcome,
    lines: outcome.lines.map(({ text, numbers, digits, signs }) => ({
      text,
      numbers: numbers.map(numberJson),
      digits: digits.map(readingJson),
      signs: signs.map(readingJson),
    })),
    refused: outcome.refused.map(readingJson),
  };
}
