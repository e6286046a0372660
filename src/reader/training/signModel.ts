import type * as tfl from '@tensorflow/tfjs-layers';
import { createNetwork } from '../../classifier/network';
import type { LayerDescription } from '../../classifier/settings/presets';
import type { Random } from '../../numbers/random';
import { SIGN_FILTERS, type SignLayer, type SignWeights } from '../signs/signNetwork';
import { WINDOW_SIDE } from '../signs/signWindow';

const [FIRST, SECOND, THIRD, FOURTH, FIFTH, HIDDEN, ANSWERS] = SIGN_FILTERS;

const convolution = (
  [size, , , filters]: readonly [number, number, number, number],
  stride = 1,
): LayerDescription[] => [
  { kind: 'convolution', filters, size, stride, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
];

const signLayers: readonly LayerDescription[] = [
  ...convolution(FIRST, 2),
  ...convolution(SECOND),
  { kind: 'maxPooling', size: 2 },
  ...convolution(THIRD),
  ...convolution(FOURTH),
  { kind: 'maxPooling', size: 2 },
  ...convolution(FIFTH),
  { kind: 'flatten' },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'dense', units: HIDDEN[1] },
  { kind: 'relu' },
  { kind: 'dense', units: ANSWERS[1] },
];

/**
 * Builds the network that tells signs apart, to learn.
 *
 * @param random decides the first weights
 * @returns a model from local contrast, [count, 48, 48, 1], to probabilities, [count, 7]
 */
export function createSignNetwork(random: Random): tfl.Sequential {
  return createNetwork(signLayers, random, WINDOW_SIDE);
}

/** Works the normalisation of a learned network into its filters, which gives the same answers faster. */
export function foldSigns(model: tfl.LayersModel): SignWeights {
  const folded: SignLayer<Float32Array>[] = [];
  for (const layer of model.layers) {
    const values = layer.getWeights().map((weight) => weight.dataSync<'float32'>().slice());
    if (layer.getClassName() === 'BatchNormalization') {
      const { epsilon } = layer.getConfig() as { readonly epsilon: number };
      const [scale, offset, mean, variance] = values;
      const { filter } = folded.pop()!;
      const factor = scale.map((value, at) => value / Math.sqrt(variance[at] + epsilon));
      folded.push({
        filter: filter.map((value, at) => value * factor[at % factor.length]),
        bias: offset.map((value, at) => value - mean[at] * factor[at]),
      });
    } else if (values.length > 0) {
      const [filter, bias = new Float32Array(0)] = values;
      folded.push({ filter, bias });
    }
  }
  return folded;
}
