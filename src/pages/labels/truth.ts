import type { Box } from '../../picture/box';
import type { Turn } from '../../picture/quarterTurn';

/** A digit that is to be read. */
export interface TruthDigit {
  /** 0 to 9. */
  readonly digit: number;
  /** Which line it stands in, from 0. */
  readonly line: number;
  /** Tight around its ink, in pixels and parts of them; known of made-up pages. */
  readonly box?: Box;
}

/** What is to be read in a picture. */
export interface Truth {
  /** In reading order; none where there is nothing to read. */
  readonly digits: readonly TruthDigit[];
  /** Whether the digits have no certain reading order. */
  readonly isScattered: boolean;
  /**
   * Around marks of which neither an answer nor none is wrong: digits crossed out, cut off or too faint, and
   * what is no handwritten digit and may well be taken for one.
   */
  readonly ignored: readonly Box[];
  /** How far to turn the picture clockwise for it to stand upright; undefined where nothing is said. */
  readonly turn: Turn | undefined;
}

/** A digit of which it is known where it stands. */
export type PlacedDigit = TruthDigit & Required<Pick<TruthDigit, 'box'>>;

/** What is to be read on a made-up page, of which everything is known. */
export interface PlacedTruth extends Truth {
  readonly digits: readonly PlacedDigit[];
  readonly turn: Turn;
}

/** The digits of every line, from the first to the last that has some. */
export function linesOf({ digits }: Pick<Truth, 'digits'>): string[] {
  const count = Math.max(0, ...digits.map(({ line }) => line + 1));
  return Array.from({ length: count }, (_, line) =>
    digits
      .filter((digit) => digit.line === line)
      .map(({ digit }) => digit)
      .join(''),
  );
}

/** A picture file and what is to be read in it. */
export interface PictureLabel extends Truth {
  /** The picture's file name. */
  readonly file: string;
  /** What is in it, such as `page`, `line` or `single`. */
  readonly kind: string;
  /** Where it comes from: pictures of one source are of one hand or camera, so that they fail alike. */
  readonly source: string;
  /**
   * The lines as a person would write them down, numbers apart by spaces, with the signs that belong to them: first the
   * usual way, then others that are as good; none where nobody has said.
   */
  readonly texts: readonly (readonly string[])[];
}
