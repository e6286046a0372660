import type { PictureLabel } from '../pages/labels/truth';
import { containsCentre } from '../picture/box';
import { marksOfText } from '../reader/page/marksOfText';
import type { LineReading, PageReading } from '../reader/page/pageReading';
import { numbersInText } from '../pages/labels/numbersInText';

/** What the whole numbers that were read in a picture are worth. */
export interface NumberScore {
  /** The numbers to be read, by that of the label's texts which fits best. */
  readonly label: readonly string[];
  readonly read: readonly string[];
  /** How many are read whole, in their place. */
  readonly right: number;
  /** How many are read beyond those. */
  readonly surplus: number;
  /** How many of the label hold a sign. */
  readonly signed: number;
  /** How many of those are read whole, in whatever place. */
  readonly signedRight: number;
}

/**
 * Compares the numbers that were read in a picture with its label: a number is right if all of its digits and signs
 * are, and it stands in its place, or in any place where the label knows no order. What is read in the label's ignored
 * boxes does not count.
 *
 * @param reading `undefined` where the picture could not be read
 * @returns `undefined` where the label does not say which numbers there are
 */
export function scoreNumbers(
  { texts, ignored, isScattered }: PictureLabel,
  reading: PageReading | undefined,
): NumberScore | undefined {
  if (texts.length === 0) return undefined;
  const lines = (reading?.lines ?? []).map((line) => textOutside(line, ignored));
  const read = numbersInText(lines);
  const count = isScattered ? countCommon : countInOrder;
  const [best] = texts
    .map((text) => {
      const label = numbersInText(text);
      return { label, right: count(label, read) };
    })
    .map((score) => ({ ...score, share: score.right / (score.label.length || 1) }))
    .sort((a, b) => b.share - a.share || b.right - a.right);
  const { label, right } = best;
  const signed = label.filter((number) => /\D/.test(number));
  return {
    label,
    read,
    right,
    surplus: read.length - right,
    signed: signed.length,
    signedRight: countCommon(signed, read),
  };
}

/** The text of a line with a space for each mark whose middle lies in an ignored box. */
function textOutside(line: LineReading, ignored: PictureLabel['ignored']): string {
  const marks = marksOfText(line);
  return Array.from(line.text, (character, at) => {
    const mark = marks[at];
    return mark && ignored.some((box) => containsCentre(box, mark.box)) ? ' ' : character;
  }).join('');
}

/** The length of the longest common subsequence (Wagner and Fischer, 1974). */
function countInOrder(a: readonly string[], b: readonly string[]): number {
  let counts = b.map(() => 0); // [b], for the part of a before
  for (const number of a) {
    const next: number[] = [];
    b.forEach((other, at) => {
      const longer = number === other ? (counts[at - 1] ?? 0) + 1 : 0;
      next.push(Math.max(longer, counts[at], next[at - 1] ?? 0));
    });
    counts = next;
  }
  return counts.at(-1) ?? 0;
}

/** How many stand in both lists, each as often as in both. */
function countCommon(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
