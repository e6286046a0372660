import type { PictureScore, ScoredDigit } from './scorePicture';

/**
 * A line of a label with what was read for it.
 *
 * Both texts are equally long; `·` stands where the other one has a digit that this one lacks.
 */
export interface ScoredLine {
  readonly digits: readonly ScoredDigit[];
  readonly label: string;
  readonly read: string;
  readonly errors: number;
}

const NOTHING = '·';

/** Lays the lines of a label beside what was read for each; surplus digits stand where they were read. */
export function scoredLines({ digits }: PictureScore): ScoredLine[] {
  const numbers = [...new Set(digits.map(({ line }) => line))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const own = digits.filter(({ line }) => line === number);
    return {
      digits: own,
      label: own.map(({ label }) => label?.digit ?? NOTHING).join(''),
      read: own.map(({ read }) => read?.digit ?? NOTHING).join(''),
      errors: own.filter(({ verdict }) => verdict !== 'right').length,
    };
  });
}
