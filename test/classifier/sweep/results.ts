import { planSweep, type SweepDescription } from '../../../src/classifier/sweep/planSweep';
import type {
  FailedTrial,
  FinishedTrial,
  Trial,
  TrialResult,
} from '../../../src/classifier/sweep/trial';

/** A trial that took two epochs of 5 s each, the first of which was best. */
export function finish(trial: Trial, validationError: number): FinishedTrial {
  const epoch = {
    loss: 0.2,
    accuracy: 0.9,
    validationLoss: 3 * validationError,
    validationAccuracy: 1 - validationError,
    seconds: 5,
  };
  const history = [
    { ...epoch, epoch: 1 },
    { ...epoch, epoch: 2, validationAccuracy: 0 },
  ];
  return { trial, engine: 'native', parameters: 1000, history, bestEpoch: 1 };
}

export function fail(trial: Trial): FailedTrial {
  return { trial, error: 'found NaN' };
}

/** The results of a sweep, given the share of wrong answers of every trial; undefined where it fails. */
export function sweepResults(
  description: SweepDescription,
  errorOf: (trial: Trial) => number | undefined,
): TrialResult[] {
  return planSweep(description).map((trial) => {
    const error = errorOf(trial);
    return error === undefined ? fail(trial) : finish(trial, error);
  });
}
