import type { Calibration } from '../page/confidence';
import type { DetectorUnit } from '../detector/detectorNetwork';

/** What a training was, as a card tells it. */
export interface CardTraining {
  /** The script that trained it outside of this project's engine, which has hyperparameters of its own. */
  readonly by?: string;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly seed: number;
  readonly training: readonly Readonly<Record<string, unknown>>[];
}

/** One run of a training. */
export interface ReaderTraining extends CardTraining {
  /** SHA-256 of the weights that it ended with. */
  readonly weights: string;
}

/** What must be known of a page reader to trust it and to make it again. */
export interface ReaderCard extends ReaderTraining {
  readonly description: string;
  /** The moment it was made; ISO 8601, UTC. */
  readonly date: string;
  /** The network's units. */
  readonly units: Readonly<Record<string, DetectorUnit>>;
  readonly parameters: number;
  /** The runs that the last one went on from, the first before the others; the weights are averaged with theirs. */
  readonly earlier: readonly ReaderTraining[];
  /** The training of the network that reads lines. */
  readonly lines: CardTraining;
  /** What an input must look like. */
  readonly normalization: string;
  /** What the pages were written with: MNIST's training digits, by the SHA-256 of every file, unpacked. */
  readonly data: Readonly<Record<string, string>>;
  /** The files of recorded handwriting that it learned from, too, by their SHA-256; missing where there were none. */
  readonly strokes?: Readonly<Record<string, string>>;
  /** Pictures of somebody's own that it learned from, too, and their labels, by their SHA-256. */
  readonly labelled?: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly calibration: Calibration;
  /** The pages that the calibration was fitted to. */
  readonly calibrationPages: { readonly seed: number; readonly count: number };
}
