import { iou, containsCentre } from '../picture/box';
import type { TruthDigit, PictureLabel } from '../pages/labels/truth';
import { alignInOrder, alignScattered } from '../pages/labels/alignDigits';
import type { DigitReading, PageReading } from '../reader/page/pageReading';
import { scoreNumbers, type NumberScore } from './scoreNumbers';

/** A digit that was answered. */
export type AnsweredDigit = DigitReading & { readonly digit: number };

/** A digit that was read, one that is to be read, or both of the same place. */
export interface ScoredDigit {
  /** `missing`: nothing was read there; `surplus`: there is nothing to read. */
  readonly verdict: 'right' | 'wrong' | 'missing' | 'surplus';
  /** The line of the label that it belongs to, or is nearest to. */
  readonly line: number;
  readonly label?: TruthDigit;
  readonly read?: AnsweredDigit;
}

/** What the reading of a picture is worth. */
export interface PictureScore {
  readonly label: PictureLabel;
  /** `undefined` where the picture could not be read: all its digits are missing. */
  readonly reading: PageReading | undefined;
  /** In the order of the label. */
  readonly digits: readonly ScoredDigit[];
  /** The wrong, missing and surplus ones. */
  readonly errors: number;
  /** Marks in the lines that were left to a person. */
  readonly unanswered: readonly DigitReading[];
  /** `undefined` where the label does not say which numbers there are. */
  readonly numbers: NumberScore | undefined;
}

/**
 * Compares the reading of a picture with its label: in reading order, or where the label knows none, by what both
 * have in common. What is read in the label's ignored boxes does not count.
 *
 * @param reading `undefined` where the picture could not be read
 */
export function scorePicture(label: PictureLabel, reading: PageReading | undefined): PictureScore {
  const lines = (reading?.lines ?? []).map(({ digits }) =>
    digits.filter((reading) => !label.ignored.some((box) => containsCentre(box, reading.box))),
  );
  const readings = lines.flat();
  const answers = readings.filter((reading): reading is AnsweredDigit => reading.digit !== null);
  const closeness = (read: number, place: number): number => {
    const { digit, box, line } = label.digits[place];
    const answer = answers[read];
    if (box) return iou(answer.box, box);
    return answer.digit === digit && lines.at(line)?.includes(answer) ? 1 : 0;
  };
  const align = label.isScattered ? alignScattered : alignInOrder;
  const pairs = align(answers.map(digitOf), label.digits.map(digitOf), closeness);
  let line = 0;
  const digits = pairs.map((pair): ScoredDigit => {
    const wanted = pair.label === undefined ? undefined : label.digits[pair.label];
    const read = pair.read === undefined ? undefined : answers[pair.read];
    line = wanted?.line ?? line;
    return {
      verdict: verdictOn(wanted, read),
      line,
      ...(wanted && { label: wanted }),
      ...(read && { read }),
    };
  });
  return {
    label,
    reading,
    digits,
    errors: digits.filter(({ verdict }) => verdict !== 'right').length,
    unanswered: readings.filter(({ digit }) => digit === null),
    numbers: scoreNumbers(label, reading),
  };
}

const digitOf = ({ digit }: { readonly digit: number }): number => digit;

function verdictOn(
  label: TruthDigit | undefined,
  read: AnsweredDigit | undefined,
): ScoredDigit['verdict'] {
  if (!label) return 'surplus';
  if (!read) return 'missing';
  return label.digit === read.digit ? 'right' : 'wrong';
}
