import type { Preset } from '../../src/classifier/settings/presets';

/** The network of Keras' example "Simple MNIST convnet" and the way it is trained there: 34,826 parameters. */
export const exampleNetwork: Preset = {
  description: 'Two convolutions and no hidden dense layer',
  layers: [
    { kind: 'convolution', filters: 32, size: 3 }, // 26 x 26
    { kind: 'relu' },
    { kind: 'maxPooling', size: 2 }, // 13 x 13
    { kind: 'convolution', filters: 64, size: 3 }, // 11 x 11
    { kind: 'relu' },
    { kind: 'maxPooling', size: 2 }, // 5 x 5
    { kind: 'flatten' },
    { kind: 'dropout', rate: 0.5 },
    { kind: 'dense', units: 10 },
  ],
  hyperparameters: {
    epochs: 1,
    batchSize: 128,
    learningRate: 0.001,
    warmUp: 0,
    betas: [0.9, 0.999],
    labelSmoothing: 0,
    augmentation: null,
    patience: 1,
  },
};
