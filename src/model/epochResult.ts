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
 * The epoch with the most right answers to the validation digits; among equals the surest one.
 *
 * @param history at least one epoch
 */
export function bestEpochOf(history: readonly EpochResult[]): EpochResult {
  return history.reduce((best, result) => {
    const gain = result.validationAccuracy - best.validationAccuracy;
    return gain > 0 || (gain === 0 && result.validationLoss < best.validationLoss) ? result : best;
  });
}
