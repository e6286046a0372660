import { canonicalJson } from '../settings/rules';
import {
  isFinished,
  type FailedTrial,
  type FinishedTrial,
  type Setting,
  type TrialResult,
} from './trial';

/** What one combination of values came to, over its seeds. */
export interface Combination {
  readonly values: Readonly<Record<string, Setting>>;
  readonly finished: readonly FinishedTrial[];
  readonly failed: readonly FailedTrial[];
  /** Mean share of wrong answers to the validation digits, 0 to 1; undefined where no trial finished. */
  readonly validationError: number | undefined;
  /** Standard deviation of that share between seeds; undefined for fewer than two. */
  readonly spread: number | undefined;
  /** Mean negative log-likelihood of the validation digits; undefined where no trial finished. */
  readonly validationLoss: number | undefined;
  /** Mean seconds of training; undefined where no trial finished. */
  readonly seconds: number | undefined;
}

/** The share of wrong answers to the validation digits after the best epoch of a trial. */
export function validationErrorOf({ history, bestEpoch }: FinishedTrial): number {
  return 1 - history[bestEpoch - 1].validationAccuracy;
}

/** The negative log-likelihood of the validation digits after the best epoch of a trial. */
export function validationLossOf({ history, bestEpoch }: FinishedTrial): number {
  return history[bestEpoch - 1].validationLoss;
}

/** How long a trial has trained. */
export function secondsOf({ history }: FinishedTrial): number {
  return history.reduce((total, { seconds }) => total + seconds, 0);
}

/** @returns undefined where there are no values */
function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The standard deviation of what the values are a sample of; undefined for fewer than two. */
function spreadOf(values: readonly number[]): number | undefined {
  const mean = meanOf(values);
  if (mean === undefined || values.length < 2) return undefined;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

function combine(results: readonly TrialResult[]): Combination {
  const finished = results.filter(isFinished);
  const shares = finished.map(validationErrorOf);
  return {
    values: results[0].trial.values,
    finished,
    failed: results.filter((result): result is FailedTrial => !isFinished(result)),
    validationError: meanOf(shares),
    spread: spreadOf(shares),
    validationLoss: meanOf(finished.map(validationLossOf)),
    seconds: meanOf(finished.map(secondsOf)),
  };
}

function compare(a: Combination, b: Combination): number {
  const rank = ({ failed, validationError, validationLoss }: Combination): number[] => [
    failed.length,
    validationError ?? Infinity,
    validationLoss ?? Infinity,
  ];
  const [first, second] = [rank(a), rank(b)];
  const decisive = first.findIndex((value, index) => value !== second[index]);
  return decisive === -1 ? 0 : first[decisive] - second[decisive];
}

/**
 * Sums up the trials of a sweep over their seeds.
 *
 * @param results in any order
 * @returns the combinations of values: the one with the fewest wrong answers to the validation digits first,
 * among equals the surest one; those of which a training has failed come last
 */
export function rankCombinations(results: readonly TrialResult[]): Combination[] {
  const groups = new Map<string, TrialResult[]>();
  for (const result of results) {
    const key = canonicalJson(result.trial.values);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].map(combine).sort(compare);
}
