/** A digit with its probability in 0..1. */
export interface Alternative {
  readonly digit: number;
  readonly confidence: number;
}

/** What was read in one mark. */
export interface DigitReading {
  /** 0 to 9; null for a mark that cannot be a digit or is too uncertain. */
  readonly digit: number | null;
  /** The probability of the likeliest digit, 0..1; 0 for a mark that cannot be a digit. */
  readonly confidence: number;
  /** Left, top, right and bottom in pixels of the picture; right and bottom lie just outside. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  /** What else it may be, likeliest first, at least 1 % each; all of it where `digit` is null. */
  readonly alternatives: readonly Alternative[];
}

/** A line of handwriting. */
export interface LineReading {
  /** The digits from left to right, `?` for each mark that was not readable. */
  readonly text: string;
  readonly digits: readonly DigitReading[];
}

/** What was read in a picture. */
export interface PageReading {
  readonly width: number;
  readonly height: number;
  /** Degrees the picture must be turned clockwise for its lines to run from left to right. */
  readonly turn: number;
  readonly lines: readonly LineReading[];
}
