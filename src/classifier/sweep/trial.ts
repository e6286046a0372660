import type { EpochResult } from '../epochResult';
import type { Hyperparameters, LayerDescription } from '../settings/presets';

/** A value of a setting, as JSON holds it. */
export type Setting =
  number | string | boolean | null | readonly Setting[] | { readonly [name: string]: Setting };

/** One training of a sweep: all that decides it but the engine. */
export interface Trial {
  readonly preset: string;
  /** What the sweep has chosen, by the paths of the settings; the rest is as the preset says. */
  readonly values: Readonly<Record<string, Setting>>;
  readonly layers: readonly LayerDescription[];
  readonly hyperparameters: Hyperparameters;
  readonly seed: number;
  /** How many of the training digits it learns from: the first ones. */
  readonly trainingCount: number;
}

/** A trial whose training came to its end. */
export interface FinishedTrial {
  readonly trial: Trial;
  /** The name of the engine that calculated. */
  readonly engine: string;
  /** How many numbers the network learned. */
  readonly parameters: number;
  readonly history: readonly EpochResult[];
  /** The best epoch by the validation digits, as `bestEpochOf` says. */
  readonly bestEpoch: number;
}

/** A trial that could not be trained to its end. */
export interface FailedTrial {
  readonly trial: Trial;
  /** For people: why. */
  readonly error: string;
}

/** What came of a trial. */
export type TrialResult = FinishedTrial | FailedTrial;

export function isFinished(result: TrialResult): result is FinishedTrial {
  return 'history' in result;
}
