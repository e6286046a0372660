import type * as tfl from '@tensorflow/tfjs-layers';
import { createNetwork } from '../../classifier/network';
import type { LayerDescription } from '../../classifier/settings/presets';
import type { Random } from '../../numbers/random';
import { KIND_COUNT } from './signKinds';
import { WINDOW_SIDE } from './signWindow';

const convolution = (filters: number): LayerDescription[] => [
  { kind: 'convolution', filters, size: 3, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
];

/** The network that tells signs apart, from a window to the logits of what its middle may hold. */
const signLayers: readonly LayerDescription[] = [
  { kind: 'convolution', filters: 16, size: 5, stride: 2, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  ...convolution(24),
  { kind: 'maxPooling', size: 2 },
  ...convolution(48),
  ...convolution(48),
  { kind: 'maxPooling', size: 2 },
  ...convolution(64),
  { kind: 'flatten' },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'dense', units: 64 },
  { kind: 'relu' },
  { kind: 'dense', units: KIND_COUNT },
];

/**
 * Builds the network that tells signs apart.
 *
 * @param random decides the first weights
 * @returns a model from local contrast, [count, 48, 48, 1], to probabilities, [count, 7]
 */
export function createSignNetwork(random: Random): tfl.Sequential {
  return createNetwork(signLayers, random, WINDOW_SIDE);
}
