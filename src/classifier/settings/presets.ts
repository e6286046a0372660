import type { Augmentation } from '../../digits/augmentation/augment';

/** One layer of a network, as data. */
export type LayerDescription =
  | {
      readonly kind: 'convolution';
      readonly filters: number;
      /** Side of the square filter, in pixels. */
      readonly size: number;
      /** Step of the filter, in pixels. @default 1 */
      readonly stride?: number;
      /** Whether the result keeps the input's size (divided by the stride). @default 'valid' */
      readonly padding?: 'valid' | 'same';
    }
  | { readonly kind: 'batchNormalization' }
  | { readonly kind: 'relu' }
  | {
      readonly kind: 'maxPooling';
      /** Side of the square and step, in pixels. */
      readonly size: number;
    }
  | {
      readonly kind: 'dropout';
      /** Share of the values that are set to 0 in training, 0 to 1. */
      readonly rate: number;
    }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'dense'; readonly units: number };

/** Everything that decides a training but the data and the engine. */
export interface Hyperparameters {
  /** How often the network sees every training digit. */
  readonly epochs: number;
  /** How many digits it sees before each step of the optimiser. */
  readonly batchSize: number;
  /** The largest step size of the one-cycle schedule; above 0. */
  readonly learningRate: number;
  /** The share of all steps in which the learning rate rises, 0 to 1. */
  readonly warmUp: number;
  /** Adam's decay rates of the mean gradient and of its square, 0 to 1. */
  readonly betas: readonly [number, number];
  /** The share of certainty withheld from the label and given to all classes alike, 0 to 1. */
  readonly labelSmoothing: number;
  /** How the training digits are varied; null takes them as they are. */
  readonly augmentation: Augmentation | null;
  /** Epochs after the best one, by the one-standard-error rule, after which training stops. */
  readonly patience: number;
}

/** A network and the recipe to train it. */
export interface Preset {
  readonly description: string;
  /** The layers from the image to the last values before softmax. */
  readonly layers: readonly LayerDescription[];
  readonly hyperparameters: Hyperparameters;
}

// No pooling: what it would throw away tells similar digits apart (An et al., arXiv 2008.10400).
const fiveConvolutions = [
  // As good as a stride of 1 and pooling, in 0.6 of the time of a whole step.
  { kind: 'convolution', filters: 32, size: 5, stride: 2 }, // 12 x 12
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'convolution', filters: 64, size: 3 }, // 10 x 10
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'convolution', filters: 96, size: 3 }, // 8 x 8
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'convolution', filters: 112, size: 3 }, // 6 x 6
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'convolution', filters: 160, size: 3 }, // 4 x 4
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'dropout', rate: 0.3 },
  { kind: 'flatten' },
  { kind: 'dense', units: 10 },
] as const satisfies readonly LayerDescription[];

const varied = {
  // More still gain (docs/models.md); so many take half an hour.
  epochs: 20,
  batchSize: 128,
  learningRate: 0.004,
  warmUp: 0.2,
  betas: [0.9, 0.99],
  // Keeps the network from certainty about the training set's ambiguous digits.
  labelSmoothing: 0.02,
  augmentation: {
    // Most of what varying every digit costs on MNIST's is won back, most of what it gains on other
    // people's stays: docs/models.md.
    plainShare: 0.5,
    // Other people's forms, and pens of any width.
    writing: {
      // As many as come from other scanners.
      share: 0.25,
      rareFormShare: 0.12,
      // As if half of the writers came from where these forms are taught.
      habitShare: 0.5,
      // From a fine liner to a felt pen.
      penWidth: [0.05, 0.2],
      // Narrow and wide hands.
      aspect: [0.75, 1.3],
      // The elastic displacement below does most of the bending.
      bend: 0.03,
    },
    affine: { rotation: 12, scaling: 0.12, shear: 12, shift: 2 },
    elastic: { strength: 1.2, spacing: 7 },
    stroke: { share: 0.5, change: 1 },
    // Other people's scanners: docs/models.md has what it gains.
    coarse: {
      share: 0.25,
      side: [7, 16],
      stretchedShare: 0.5,
      binaryShare: 0.5,
      normalizedShare: 0.5,
    },
    // So that confidence falls where a digit cannot be read: docs/degraded-digits.md.
    damage: { damagedShare: 0.08, lostShare: 0.04 },
  },
  // The schedule is made for all epochs.
  patience: 20,
} as const satisfies Hyperparameters;

/**
 * The networks that come with the project. Every one ends in a dense layer of ten values, one a digit,
 * to which softmax is added.
 */
export const presets = {
  quick: {
    description: 'Two convolutions, two epochs: good results while you wait',
    // Layout and optimiser after train_mnist_fast (github.com/tuomaso/train_mnist_fast). Pooling before
    // ReLU gives the same result and leaves it a quarter of the values.
    layers: [
      { kind: 'convolution', filters: 24, size: 5 }, // 24 x 24
      { kind: 'maxPooling', size: 2 }, // 12 x 12
      { kind: 'relu' },
      { kind: 'convolution', filters: 32, size: 3 }, // 10 x 10
      { kind: 'maxPooling', size: 2 }, // 5 x 5
      { kind: 'relu' },
      { kind: 'flatten' },
      { kind: 'dense', units: 256 },
      { kind: 'relu' },
      { kind: 'dense', units: 10 },
    ],
    hyperparameters: {
      epochs: 2,
      batchSize: 256,
      learningRate: 0.01,
      warmUp: 0.3,
      // Short memories: one-cycle with few steps has to follow the gradient quickly.
      betas: [0.7, 0.9],
      labelSmoothing: 0,
      // Two epochs are too few to gain from varied digits.
      augmentation: null,
      patience: 2,
    },
  },
  standard: {
    description:
      'Five convolutions with batch normalisation, trained on varied digits: the default',
    layers: fiveConvolutions,
    hyperparameters: varied,
  },
  plain: {
    description: "The network of standard, trained on digits like MNIST's alone: a part of best",
    layers: fiveConvolutions,
    hyperparameters: { ...varied, augmentation: { ...varied.augmentation, plainShare: 1 } },
  },
} as const satisfies Record<string, Preset>;

/** The name of a network that comes with the project. */
export type PresetName = keyof typeof presets;

/** One network of an ensemble. */
export interface Member {
  readonly preset: PresetName;
  /** Decides the first weights and all chance of the training. */
  readonly seed: number;
}

/** Several networks of the same layers, whose answers are averaged. */
export interface Ensemble {
  readonly description: string;
  readonly members: readonly Member[];
}

/** The ensembles that come with the project. */
export const ensembles = {
  best: {
    description:
      "Four networks, averaged: the most accurate for MNIST's own digits, and four times as slow",
    // Those that learned from differently varied digits err on different digits; but more than one of plain
    // would read other people's digits worse.
    members: [
      { preset: 'standard', seed: 1 },
      { preset: 'standard', seed: 2 },
      { preset: 'standard', seed: 3 },
      { preset: 'plain', seed: 1 },
    ],
  },
} as const satisfies Record<string, Ensemble>;

/** The name of an ensemble that comes with the project. */
export type EnsembleName = keyof typeof ensembles;

/** Whether a name is that of an ensemble. */
export function isEnsemble(name: string): name is EnsembleName {
  return Object.hasOwn(ensembles, name);
}

/** The names of the presets, the fastest first. */
export const presetNames = Object.keys(presets) as PresetName[];

/**
 * Looks a preset up by its name.
 *
 * @throws RangeError where there is no such preset
 */
export function findPreset(name: string): Preset {
  const known: Readonly<Record<string, Preset>> = presets;
  if (!Object.hasOwn(known, name)) {
    throw new RangeError(`expected a preset (${presetNames.join(', ')}), found "${name}"`);
  }
  return known[name];
}
