import * as tfl from '@tensorflow/tfjs-layers';
import { requireEngine } from '../engine/requireEngine';
import { createRandom, type Random } from '../numbers/random';
import type { LayerDescription } from './settings/presets';

type Layer = InstanceType<typeof tfl.layers.Layer>;

/** The width and height of MNIST's digits. */
const SIDE = 28;

interface LayerContext {
  readonly name: string;
  readonly inputShape?: number[];
  /** What comes after this layer, nearest first. */
  readonly next: readonly LayerDescription[];
  readonly random: Random;
}

/** Whether batch normalisation, which brings an offset of its own, follows before anything bends the values. */
function isNormalized(next: readonly LayerDescription[]): boolean {
  const kind = next.at(0)?.kind;
  return kind === 'maxPooling' ? isNormalized(next.slice(1)) : kind === 'batchNormalization';
}

function createLayer(layer: LayerDescription, { next, random, ...common }: LayerContext): Layer {
  switch (layer.kind) {
    case 'convolution':
      return tfl.layers.conv2d({
        ...common,
        filters: layer.filters,
        kernelSize: layer.size,
        strides: layer.stride ?? 1,
        padding: layer.padding ?? 'valid',
        useBias: !isNormalized(next),
        kernelInitializer: tfl.initializers.heNormal({ seed: random.integer(2 ** 31) }),
      });
    case 'batchNormalization':
      // Averages over the last ten batches or so: trainings here are short.
      return tfl.layers.batchNormalization({ ...common, momentum: 0.9, epsilon: 1e-3 });
    case 'relu':
      return tfl.layers.activation({ ...common, activation: 'relu' });
    case 'maxPooling':
      return tfl.layers.maxPooling2d({ ...common, poolSize: layer.size });
    case 'dropout':
      return tfl.layers.dropout({ ...common, rate: layer.rate });
    case 'flatten':
      return tfl.layers.flatten(common);
    case 'dense':
      return tfl.layers.dense({
        ...common,
        units: layer.units,
        kernelInitializer: tfl.initializers.heNormal({ seed: random.integer(2 ** 31) }),
      });
  }
}

function createLayers(
  layers: readonly LayerDescription[],
  prefix: string,
  random: Random,
  side: number,
): Layer[] {
  return layers.map((layer, position) =>
    createLayer(layer, {
      name: `${prefix}${String(position + 1).padStart(2, '0')}_${layer.kind}`,
      ...(position === 0 && { inputShape: [side, side, 1] }),
      next: layers.slice(position + 1),
      random,
    }),
  );
}

/**
 * Builds a network from its description.
 *
 * @param layers from the image to one value a class, ten for digits; softmax is added
 * @param random decides the first weights: equal streams give equal networks
 * @param side the images' width and height in pixels
 * @default side 28
 * @returns a model from images of the shape [count, side, side, 1], ink of digits in 0..1, to probabilities of the
 *   shape [count, classes]
 * @throws Error where no engine has been started
 */
export function createNetwork(
  layers: readonly LayerDescription[],
  random: Random,
  side = SIDE,
): tfl.Sequential {
  requireEngine();
  const softmax = tfl.layers.activation({ name: 'probabilities', activation: 'softmax' });
  return tfl.sequential({
    name: 'digits',
    layers: [...createLayers(layers, '', random, side), softmax],
  });
}

/**
 * Joins networks of one description into one, which averages what they answer before softmax.
 *
 * @param layers what each network was built from
 * @param members the networks; their weights are copied
 * @returns a model of the same shapes
 */
export function joinNetworks(
  layers: readonly LayerDescription[],
  members: readonly tfl.LayersModel[],
): tfl.LayersModel {
  const input = tfl.input({ shape: [SIDE, SIDE, 1], name: 'image' });
  const logits = members.map((member, index) => {
    const copy = createLayers(layers, `member${index + 1}_`, createRandom(0), SIDE);
    const output = copy.reduce((x, layer) => layer.apply(x) as tfl.SymbolicTensor, input);
    copy.forEach((layer, position) => {
      // Copied, so that a member may be disposed of.
      layer.setWeights(member.layers[position].getWeights());
    });
    return output;
  });
  const mean = tfl.layers.average({ name: 'mean' }).apply(logits) as tfl.SymbolicTensor;
  const softmax = tfl.layers.activation({ name: 'probabilities', activation: 'softmax' });
  const output = softmax.apply(mean) as tfl.SymbolicTensor;
  return tfl.model({ name: 'digits', inputs: input, outputs: output });
}
