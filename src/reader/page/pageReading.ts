import type { Box } from '../../picture/box';
import type { Turn } from '../../picture/quarterTurn';

/** A digit with its probability in 0..1. */
export interface Alternative {
  readonly digit: number;
  readonly confidence: number;
}

/** Why a mark was given no digit. */
export type RefusalReason =
  | 'unclear'
  | 'part of no number'
  | 'less sure than asked for'
  | 'too small beside the others'
  | 'too large beside the others';

/** What was read in one mark. */
export interface DigitReading {
  /** 0 to 9; null for a mark that is no digit or too uncertain. */
  readonly digit: number | null;
  /** Why there is no digit; missing where there is one. */
  readonly reason?: RefusalReason;
  /**
   * The probability that there is a digit, and that it is this one: of all answers of 0.9, nine in ten are
   * right; 0..1.
   */
  readonly confidence: number;
  /** Around its ink, in whole pixels of the picture. */
  readonly box: Box;
  /** What else it may be, likeliest first, at least 1 % each; all of it where `digit` is null. */
  readonly alternatives: readonly Alternative[];
}

/** A sign of a number. */
export interface SignReading {
  /** One of `. , - / : % + = × ( ) ' $ €`. */
  readonly symbol: string;
  /** The probability that it is this sign; 0..1. */
  readonly confidence: number;
  /** Around its ink, in whole pixels of the picture. */
  readonly box: Box;
  /** How many of the line's digits stand before it. */
  readonly after: number;
}

/** What else a number may be. */
export interface NumberAlternative {
  readonly text: string;
  /** The probability that this is the whole number; 0..1. */
  readonly confidence: number;
}

/** A number as people write it: 51.48, 17/5/25, -54, 25%. */
export interface NumberReading {
  /** As it is written: digits and signs without a space, `?` for a mark without a digit. */
  readonly text: string;
  /** What it comes to, as `valueOf` tells; null for dates, times and the like, and where a `?` is among the digits. */
  readonly value: number | null;
  /** The probability that all of it is right, with the likeliest digit in the place of each `?`; 0..1. */
  readonly confidence: number;
  /** Around its digits and signs, in whole pixels of the picture. */
  readonly box: Box;
  /** What else it may be, likeliest first. */
  readonly alternatives: readonly NumberAlternative[];
  /** Those of the line's digits that it consists of. */
  readonly digits: readonly DigitReading[];
}

/** A line of handwriting. */
export interface LineReading {
  /** Digits and signs from left to right, `?` for a mark without a digit, a space where a number ends. */
  readonly text: string;
  /** From left to right. */
  readonly numbers: readonly NumberReading[];
  readonly digits: readonly DigitReading[];
  /** The signs that belong to its numbers, from left to right; none where they were not asked for. */
  readonly signs: readonly SignReading[];
}

/** What was read in a picture. */
export interface PageReading {
  readonly width: number;
  readonly height: number;
  /** How far to turn the picture clockwise for it to stand upright. */
  readonly turn: Turn;
  /** Degrees by which the lines of the upright picture fall to the right; below 0 they rise. */
  readonly tilt: number;
  readonly lines: readonly LineReading[];
  /** What looks a little like a digit and stands in no line. */
  readonly refused: readonly DigitReading[];
}
