import { isObject } from '../../numbers/jsonValues';
import type { Augmentation } from '../../digits/augmentation/augment';
import type { Hyperparameters, LayerDescription } from './presets';
import {
  group,
  number,
  oneOf,
  orNull,
  pair,
  pathInside,
  refuse,
  wholeNumber,
  type Rule,
} from './rules';

type Parts<Value> = Readonly<Record<keyof Value & string, Rule>>;

/** Every epoch of a seed has a random stream of its own. */
export const MAX_EPOCHS = 999;

/** All digits of a batch are in memory at once, with what every layer makes of them. */
const MAX_BATCH = 10_000;

const count = wholeNumber(1);
const positive = number('a number above 0', (value) => value > 0 && value < Infinity);
const size = number('a number from 0', (value) => value >= 0 && value < Infinity);
const share = number('a number from 0 to 1', (value) => value >= 0 && value <= 1);
const part = number('a number from 0, below 1', (value) => value >= 0 && value < 1);
const angle = number('a number from 0, below 90', (value) => value >= 0 && value < 90);

const augmentation: Parts<Augmentation> = {
  plainShare: share,
  writing: group({
    share,
    rareFormShare: share,
    habitShare: share,
    penWidth: pair(positive),
    aspect: pair(positive),
    bend: size,
  } satisfies Parts<Augmentation['writing']>),
  affine: group({ rotation: size, scaling: part, shear: angle, shift: size } satisfies Parts<
    Augmentation['affine']
  >),
  elastic: group({ strength: size, spacing: positive } satisfies Parts<Augmentation['elastic']>),
  stroke: group({ share, change: share } satisfies Parts<Augmentation['stroke']>),
  coarse: group({
    share,
    side: pair(count),
    stretchedShare: share,
    binaryShare: share,
    normalizedShare: share,
  } satisfies Parts<Augmentation['coarse']>),
  damage: group({ damagedShare: share, lostShare: share } satisfies Parts<Augmentation['damage']>),
};

const parts: Parts<Hyperparameters> = {
  epochs: wholeNumber(1, MAX_EPOCHS),
  batchSize: wholeNumber(1, MAX_BATCH),
  learningRate: positive,
  warmUp: part,
  betas: pair(part),
  labelSmoothing: part,
  augmentation: orNull(group(augmentation)),
  patience: count,
};

/** What the hyperparameters of a training may be. */
export const hyperparametersRule = group(parts);

type Kind = LayerDescription['kind'];
type LayerParts<Name extends Kind> = Omit<
  Parts<Required<Extract<LayerDescription, { readonly kind: Name }>>>,
  'kind'
>;

const layer = <Name extends Kind>(
  kind: Name,
  parts: LayerParts<Name>,
  optional: readonly (keyof LayerParts<Name> & string)[] = [],
): Rule => group({ kind: oneOf([kind]), ...parts }, optional);

const layerRules: Readonly<Record<Kind, Rule>> = {
  convolution: layer(
    'convolution',
    { filters: count, size: count, stride: count, padding: oneOf(['valid', 'same']) },
    ['stride', 'padding'],
  ),
  batchNormalization: layer('batchNormalization', {}),
  relu: layer('relu', {}),
  maxPooling: layer('maxPooling', { size: count }),
  dropout: layer('dropout', { rate: part }),
  flatten: layer('flatten', {}),
  dense: layer('dense', { units: count }),
};

function checkLayer(path: string, value: unknown): void {
  const kind = isObject(value) ? value.kind : undefined;
  oneOf(Object.keys(layerRules)).check(pathInside(path, 'kind'), kind);
  layerRules[kind as Kind].check(path, value);
}

function checkLayers(path: string, value: unknown): void {
  if (!Array.isArray(value)) refuse(path, 'a list of layers', value);
  value.forEach((one, index) => {
    checkLayer(pathInside(path, index), one);
  });
  const last = value.at(-1) as LayerDescription | undefined;
  if (last?.kind !== 'dense' || last.units !== 10) {
    refuse(path, 'a dense layer of 10 units at the end, one a digit', last);
  }
}

/**
 * What the layers of a network may be: any that end in ten values, one a digit.
 *
 * @param layers decide what the single layers are called, and what they have
 */
export function layersRule(layers: readonly LayerDescription[]): Rule {
  const parts = layers.map(({ kind }, index): [number, Rule] => [
    index,
    { check: checkLayer, parts: layerRules[kind].parts! },
  ]);
  return { check: checkLayers, parts: Object.fromEntries(parts) };
}
