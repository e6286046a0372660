import type { EngineResults } from './engineResults';
import type { EpochResult } from '../epochResult';
import type { Results } from './results';
import type { Hyperparameters, LayerDescription } from '../settings/presets';

/** How a network became what it is. */
export interface TrainingLog {
  /** The preset whose recipe it followed. */
  readonly preset: string;
  readonly hyperparameters: Hyperparameters;
  readonly seed: number;
  /** How long it took on the machine that made the model. */
  readonly seconds: number;
  /** The epoch whose weights were taken: the best by the validation digits. */
  readonly bestEpoch: number;
  readonly history: readonly EpochResult[];
}

/** Where digits come from. */
export interface DataSource {
  readonly name: string;
  /** SHA-256 of every file, unpacked. */
  readonly files: Readonly<Record<string, string>>;
}

/** What must be known of a model to trust it and to make it again. */
export interface ModelCard {
  /** The preset or ensemble it was made from. */
  readonly preset: string;
  readonly description: string;
  /** The moment it was made; ISO 8601, UTC. */
  readonly date: string;
  /** The network's layers; each network's of an ensemble. */
  readonly layers: readonly LayerDescription[];
  /** How many numbers the network learned. */
  readonly parameters: number;
  /** What an image must look like to be recognised. */
  readonly normalization: string;
  readonly data: DataSource & {
    readonly trainingCount: number;
    readonly validationCount: number;
  };
  readonly versions: Readonly<Record<string, string>>;
  /** The log of each network's training; several for an ensemble. */
  readonly trainings: readonly TrainingLog[];
  /** What the last values were divided by to make the confidence honest. */
  readonly temperature: number;
  /** Results of the saved weights, rounding included. */
  readonly validation: Results;
  readonly test: Results;
  /** The test digits on both engines; missing where the machine that made the model had one only. */
  readonly engines?: EngineResults;
  /** SHA-256 of weights.bin. */
  readonly weights: string;
}

/** What every model of this project expects to see. */
export const NORMALIZATION =
  '28x28 pixels, ink 1 on paper 0; the long side of the digit 20 pixels, its centre of mass in the middle';
