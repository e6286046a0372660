/** A network of every kind of layer, small enough to train in a test. */
export const smallLayers = [
  { kind: 'convolution', filters: 4, size: 5, stride: 2, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'maxPooling', size: 2 },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'flatten' },
  { kind: 'dense', units: 10 },
] as const;
