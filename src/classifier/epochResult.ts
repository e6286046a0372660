/** What one pass through the training digits gave. */
export interface EpochResult {
  /** Which pass, from 1. */
  readonly epoch: number;
  /** Mean cross-entropy while training, label smoothing included. */
  readonly loss: number;
  /** Share of right answers while training; 0..1. */
  readonly accuracy: number;
  /** Negative log-likelihood of the validation digits after the epoch. */
  readonly validationLoss: number;
  /** Share of right answers to the validation digits after the epoch; 0..1. */
  readonly validationAccuracy: number;
  readonly seconds: number;
}

/**
 * The best epoch by the one-standard-error rule: the last one whose share of right answers to the
 * validation digits is at most one standard error below the largest.
 *
 * The most right answers of many epochs are partly luck; of epochs that cannot be told apart the later
 * one has learned with smaller steps (the rule is Breiman, Friedman, Olshen and Stone's of 1984, where it
 * prefers the smaller tree).
 *
 * @param history at least one epoch
 * @param validationCount how many validation digits there are, at least 1
 */
export function bestEpochOf(history: readonly EpochResult[], validationCount: number): EpochResult {
  const most = Math.max(...history.map(({ validationAccuracy }) => validationAccuracy));
  const standardError = Math.sqrt((most * (1 - most)) / validationCount);
  return history
    .filter(({ validationAccuracy }) => validationAccuracy >= most - standardError)
    .at(-1)!;
}
