import type { CardTraining } from '../../reader/folder/readerCard';
import type { DetectorHyperparameters, RoundResult } from './trainDetector';

/** Tells a training by the keys that cards have had from the first. */
export function toCardTraining(
  { maxGradientNorm, emaDecay, ...hyperparameters }: DetectorHyperparameters,
  seed: number,
  history: readonly RoundResult[],
): CardTraining {
  return {
    hyperparameters: { ...hyperparameters, mostGradient: maxGradientNorm, averaging: emaDecay },
    seed,
    training: history.map(({ cells, ...round }) => ({ ...round, places: cells })),
  };
}
