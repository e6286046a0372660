import {
  expectedCalibrationError,
  reliabilityBins,
  type ReliabilityBin,
} from '../classifier/evaluation/evaluation';
import type { PictureScore } from './scorePicture';
import { summarizeNumbers, type NumberEvaluation } from './summarizeNumbers';

/** What the readings of some pictures with digits are worth. */
export interface GroupScore {
  readonly pictures: number;
  /** How many digits are to be read. */
  readonly digits: number;
  /** Of a picture at most as many as it has digits, so that a bad one does not drown the others. */
  readonly errors: number;
  /** The share of digits without an error; 1 where there are none; 0..1. */
  readonly accuracy: number;
  /** Pictures without any error. */
  readonly exact: number;
}

/** How often it was found out how a picture lies. */
export interface TurnScore {
  readonly pictures: number;
  readonly right: number;
}

/** What the readings of labelled pictures are worth. */
export interface ScanEvaluation {
  /** Of all pictures that have digits. */
  readonly all: GroupScore;
  readonly kinds: Readonly<Record<string, GroupScore>>;
  readonly sources: Readonly<Record<string, GroupScore>>;
  /** The mean of the sources' accuracies: one that gave many pictures counts no more than others; 0..1. */
  readonly meanOverSources: number;
  /** Pictures without digits, and the digits that were read in them. */
  readonly negatives: number;
  readonly falseDigits: number;
  /** Errors beyond the digits that a picture has. */
  readonly surplus: number;
  readonly answered: number;
  /** Marks that were left to a person. */
  readonly unanswered: number;
  /** Pictures that could not be read; they count as wholly wrong. */
  readonly notRead: number;
  /** Pictures with digits whose label says how far to turn them, and those whose label says nothing: upright. */
  readonly turned: TurnScore;
  readonly upright: TurnScore;
  /** The confidences of the answers beside how often they are right, in ten ranges. */
  readonly reliability: readonly ReliabilityBin[];
  /** How far confidence and accuracy lie apart, on average; 0..1. */
  readonly ece: number;
  readonly numbers: NumberEvaluation;
}

const RELIABILITY_BINS = 10;

/** Sums up what the readings of labelled pictures are worth. */
export function summarizeScores(scores: readonly PictureScore[]): ScanEvaluation {
  const positives = scores.filter(({ label }) => label.digits.length > 0);
  const negatives = scores.filter(({ label }) => label.digits.length === 0);
  const sources = groupScores(positives, ({ label }) => label.source);
  const accuracies = Object.values(sources).map(({ accuracy }) => accuracy);
  const answers = scores.flatMap(({ digits }) =>
    digits.flatMap(({ verdict, read }) =>
      read ? [{ confidence: read.confidence, isRight: verdict === 'right' }] : [],
    ),
  );
  const reliability = reliabilityBins(
    answers.map(({ confidence }) => confidence),
    answers.map(({ isRight }) => isRight),
    RELIABILITY_BINS,
  );
  const readable = positives.filter(({ reading }) => reading !== undefined);
  return {
    all: groupScore(positives),
    kinds: groupScores(positives, ({ label }) => label.kind),
    sources,
    meanOverSources:
      accuracies.length === 0 ? 1 : sum(accuracies, (accuracy) => accuracy) / accuracies.length,
    negatives: negatives.length,
    falseDigits: sum(negatives, ({ errors }) => errors),
    surplus: sum(positives, ({ errors, label }) => Math.max(0, errors - label.digits.length)),
    answered: answers.length,
    unanswered: sum(scores, ({ unanswered }) => unanswered.length),
    notRead: scores.length - scores.filter(({ reading }) => reading !== undefined).length,
    turned: turnScore(readable.filter(({ label }) => label.turn !== undefined)),
    upright: turnScore(readable.filter(({ label }) => label.turn === undefined)),
    reliability,
    ece: expectedCalibrationError(reliability),
    numbers: summarizeNumbers(scores),
  };
}

function sum<Value>(values: readonly Value[], amount: (value: Value) => number): number {
  return values.reduce((total, value) => total + amount(value), 0);
}

function groupScore(scores: readonly PictureScore[]): GroupScore {
  const digits = sum(scores, ({ label }) => label.digits.length);
  const errors = sum(scores, (score) => Math.min(score.errors, score.label.digits.length));
  return {
    pictures: scores.length,
    digits,
    errors,
    accuracy: digits === 0 ? 1 : 1 - errors / digits,
    exact: scores.filter((score) => score.errors === 0).length,
  };
}

function groupScores(
  scores: readonly PictureScore[],
  nameOf: (score: PictureScore) => string,
): Record<string, GroupScore> {
  const names = [...new Set(scores.map(nameOf))].sort();
  return Object.fromEntries(
    names.map((name) => [name, groupScore(scores.filter((score) => nameOf(score) === name))]),
  );
}

function turnScore(scores: readonly PictureScore[]): TurnScore {
  return {
    pictures: scores.length,
    right: scores.filter(({ label, reading }) => reading!.turn === (label.turn ?? 0)).length,
  };
}
