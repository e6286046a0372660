import type { Calibration } from '../page/confidence';
import type { SpotterUnit } from '../detector/detectorNetwork';
import type { RoundResult, SpotterHyperparameters } from '../training/trainDetector';

/** One run of a training. */
export interface ReaderTraining {
  readonly hyperparameters: SpotterHyperparameters;
  readonly seed: number;
  readonly training: readonly RoundResult[];
  /** SHA-256 of the weights that it ended with. */
  readonly weights: string;
}

/** What must be known of a page reader to trust it and to make it again. */
export interface ReaderCard extends ReaderTraining {
  readonly description: string;
  /** The moment it was made; ISO 8601, UTC. */
  readonly date: string;
  /** The network's units. */
  readonly units: Readonly<Record<string, SpotterUnit>>;
  readonly parameters: number;
  /** The runs that the last one went on from, the first before the others; the weights are averaged with theirs. */
  readonly earlier: readonly ReaderTraining[];
  /** What an input must look like. */
  readonly normalization: string;
  /** What the pages were written with: MNIST's training digits, by the SHA-256 of every file, unpacked. */
  readonly data: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly calibration: Calibration;
  /** The pages that the calibration was fitted to. */
  readonly calibrationPages: { readonly seed: number; readonly count: number };
}
