import type { NumberScore } from './scoreNumbers';
import type { PictureScore } from './scorePicture';

/** What the numbers that were read in some pictures are worth. */
export interface NumberGroupScore {
  readonly pictures: number;
  /** How many numbers are to be read. */
  readonly numbers: number;
  /** How many of them are read whole. */
  readonly right: number;
  /** How many are read beyond those. */
  readonly surplus: number;
  /** The share of the numbers to be read that are read whole; 1 where there are none; 0..1. */
  readonly recall: number;
  /** The share of the numbers that were read that are right; 1 where there are none; 0..1. */
  readonly precision: number;
  /** How many of the numbers to be read hold a sign, and how many of those are read whole. */
  readonly signed: number;
  readonly signedRight: number;
  /** Pictures in which all numbers are right and none is surplus. */
  readonly exact: number;
}

/** What the numbers that were read in labelled pictures are worth. */
export interface NumberEvaluation {
  /** Of the pictures whose label says which numbers there are; not of those that hold single digits alone. */
  readonly all: NumberGroupScore;
  readonly kinds: Readonly<Record<string, NumberGroupScore>>;
  readonly sources: Readonly<Record<string, NumberGroupScore>>;
  /** The mean of the sources' recalls: one that gave many pictures counts no more than others; 0..1. */
  readonly meanOverSources: number;
  /** Pictures without numbers, and the numbers that were read in them. */
  readonly negatives: number;
  readonly falseNumbers: number;
}

interface ScoredNumbers {
  readonly numbers: NumberScore;
  readonly kind: string;
  readonly source: string;
}

/** Sums up what the numbers that were read in labelled pictures are worth. */
export function summarizeNumbers(scores: readonly PictureScore[]): NumberEvaluation {
  const scored = scores.flatMap(({ numbers, label: { kind, source } }): ScoredNumbers[] =>
    numbers ? [{ numbers, kind, source }] : [],
  );
  const negatives = scored.filter(({ numbers }) => numbers.label.length === 0);
  const positives = scored.filter(({ numbers }) => holdsNumbers(numbers));
  const sources = groupBy(positives, ({ source }) => source);
  const recalls = Object.values(sources).map(({ recall }) => recall);
  return {
    all: groupScore(positives),
    kinds: groupBy(positives, ({ kind }) => kind),
    sources,
    meanOverSources: share(
      recalls.reduce((sum, recall) => sum + recall, 0),
      recalls.length,
    ),
    negatives: negatives.length,
    falseNumbers: groupScore(negatives).surplus,
  };
}

/** Whether there is a number beyond one digit, or nothing else to read: single digits apart are scored as digits. */
function holdsNumbers({ label }: NumberScore): boolean {
  return label.length === 1 || label.some((number) => number.length > 1);
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function groupScore(scores: readonly ScoredNumbers[]): NumberGroupScore {
  const sum = (amount: (numbers: NumberScore) => number): number =>
    scores.reduce((total, score) => total + amount(score.numbers), 0);
  const numbers = sum(({ label }) => label.length);
  const right = sum((score) => score.right);
  const surplus = sum((score) => score.surplus);
  return {
    pictures: scores.length,
    numbers,
    right,
    surplus,
    recall: share(right, numbers),
    precision: share(right, right + surplus),
    signed: sum(({ signed }) => signed),
    signedRight: sum(({ signedRight }) => signedRight),
    exact: sum((score) => Number(isExact(score))),
  };
}

/** Whether all numbers of a picture are right and none is surplus. */
export function isExact({ label, right, surplus }: NumberScore): boolean {
  return right === label.length && surplus === 0;
}

function groupBy(
  scores: readonly ScoredNumbers[],
  nameOf: (score: ScoredNumbers) => string,
): Record<string, NumberGroupScore> {
  const names = [...new Set(scores.map(nameOf))].sort();
  return Object.fromEntries(
    names.map((name) => [name, groupScore(scores.filter((score) => nameOf(score) === name))]),
  );
}
