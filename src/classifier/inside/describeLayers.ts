import type * as tfl from '@tensorflow/tfjs-layers';

/** A layer of a network, as it is drawn. */
export interface LayerSummary {
  /** What kind it is, in words. */
  readonly kind: string;
  /** What it gives to the next layer: [height, width, channels] or [values]. */
  readonly shape: readonly number[];
  /** How many numbers it has learned or will learn. */
  readonly parameters: number;
}

const kinds: Readonly<Record<string, string>> = {
  InputLayer: 'image',
  Conv2D: 'convolution',
  BatchNormalization: 'batch normalisation',
  MaxPooling2D: 'max pooling',
  Dropout: 'dropout',
  Flatten: 'flatten',
  Dense: 'dense',
};

function kindOf(layer: tfl.layers.Layer): string {
  const { activation } = layer.getConfig();
  if (typeof activation === 'string' && layer.getClassName() === 'Activation') return activation;
  return kinds[layer.getClassName()] ?? layer.getClassName();
}

/** Lists the layers of a network, the image that it takes first. */
export function describeLayers(model: tfl.LayersModel): LayerSummary[] {
  const shapeOf = (shape: unknown): number[] => (shape as (number | null)[]).slice(1).map(Number);
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  return [
    { kind: 'image', shape: shapeOf(model.inputs[0].shape), parameters: 0 },
    ...layers.map((layer) => ({
      kind: kindOf(layer),
      shape: shapeOf(layer.outputShape),
      parameters: layer.countParams(),
    })),
  ];
}
