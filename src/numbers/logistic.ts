/** The probability, 0..1, that belongs to its logarithmic odds. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The logarithmic odds of a probability; infinite for 0 and 1. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
