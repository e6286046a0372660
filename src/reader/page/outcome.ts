import type { PageReading } from './pageReading';

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
