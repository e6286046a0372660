import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../numbers/random';
import { normalizeBatch } from '../../engine/batchNormalization';
import type { FoldedLineReader } from './lineBytes';
import { lineFeatures, lineFilters, lineUnits, type LineUnitName } from './lineNetwork';

/** The variance below which values are not stretched to 1. */
const EPSILON = 1e-3;
/** How much of the running mean and variance stays at every step. */
const MOMENTUM = 0.9;
/** The units after which whole channels are left out while the network learns (Tompson et al., arXiv 1411.4280). */
export const droppedUnits = ['eighth3', 'column'] as const satisfies readonly LineUnitName[];

/** The variables of a line reader that learns. */
export interface LineWeights {
  /** What the optimiser changes: filters, scales and offsets, and what turns the last values into answers. */
  readonly learned: Readonly<Record<string, tf.Variable>>;
  /** The running means and variances of every unit. */
  readonly statistics: Readonly<Record<string, tf.Variable>>;
}

/** All values of a line reader, by the names of its variables. */
export type LineValues = Readonly<Record<string, Float32Array>>;

const unitNames = Object.keys(lineUnits) as LineUnitName[];

/**
 * Makes the variables of a line reader that has learned nothing yet.
 *
 * @param random decides the filters (He et al., arXiv 1502.01852)
 */
export function createLineWeights(random: Random): LineWeights {
  const learned: Record<string, tf.Variable> = {};
  const statistics: Record<string, tf.Variable> = {};
  const filter = (shape: readonly number[], deviation: number): tf.Variable => {
    const count = shape.reduce((a, b) => a * b, 1);
    const values = Float32Array.from({ length: count }, () => deviation * random.normal());
    return tf.tidy(() => tf.variable(tf.tensor(values, [...shape])));
  };
  const filled = (count: number, value: number, isLearned: boolean): tf.Variable =>
    tf.tidy(() => tf.variable(tf.fill([count], value), isLearned));
  for (const name of unitNames) {
    const [rows, columns, from, to] = lineFilters[name];
    learned[`${name}/filter`] = filter(lineFilters[name], Math.sqrt(2 / (rows * columns * from)));
    learned[`${name}/scale`] = filled(to, 1, true);
    learned[`${name}/offset`] = filled(to, 0, true);
    statistics[`${name}/mean`] = filled(to, 0, false);
    statistics[`${name}/variance`] = filled(to, 1, false);
  }
  learned['answers/filter'] = filter(lineFilters.answers, 0.01);
  learned['answers/bias'] = filled(lineFilters.answers[3], 0, true);
  return { learned, statistics };
}

/** All variables of a line reader. */
export function lineVariables({ learned, statistics }: LineWeights): tf.Variable[] {
  return [...Object.values(learned), ...Object.values(statistics)];
}

/**
 * What a line reader answers while it learns: every unit normalises by the batch's own statistics.
 *
 * @param strips [count, 48, width, 1]
 * @param masks what each channel is multiplied by after the units of `droppedUnits`, in their order; [count, 1, 1, to]
 * @param follows whether the running statistics follow those of this batch
 * @returns logits; [count, 1, width / 4, ANSWER_COUNT]
 */
export function learningLogits(
  { learned, statistics }: LineWeights,
  strips: tf.Tensor4D,
  masks: readonly tf.Tensor[],
  follows: boolean,
): tf.Tensor4D {
  const features = lineFeatures(strips, (name, x) => {
    const [down, right] = lineUnits[name].strides;
    const filter = learned[`${name}/filter`] as tf.Tensor4D;
    const convolved = tf.conv2d(x, filter, [down, right], 'same');
    const { output, mean, variance } = normalizeBatch(
      convolved,
      learned[`${name}/scale`],
      learned[`${name}/offset`],
      EPSILON,
    );
    if (follows) {
      const follow = (running: tf.Variable, value: tf.Tensor): void => {
        running.assign(tf.add(tf.mul(running, MOMENTUM), tf.mul(value, 1 - MOMENTUM)));
      };
      follow(statistics[`${name}/mean`], mean);
      follow(statistics[`${name}/variance`], variance);
    }
    const rectified = tf.relu(output);
    const dropped = droppedUnits.findIndex((unit) => unit === name);
    return dropped < 0 ? rectified : tf.mul<tf.Tensor4D>(rectified, masks[dropped]);
  });
  const answers = tf.conv2d(features, learned['answers/filter'] as tf.Tensor4D, 1, 'same');
  return tf.add(answers, learned['answers/bias']);
}

/** Works the normalisation of a learned line reader into its filters, which gives the same answers faster. */
export function foldLineReader(values: LineValues): FoldedLineReader {
  const units = unitNames.map((name) => {
    const to = lineFilters[name][3];
    const read = (what: string): Float32Array => values[`${name}/${what}`];
    const [scale, offset, mean, variance] = ['scale', 'offset', 'mean', 'variance'].map(read);
    const factor = scale.map((value, channel) => value / Math.sqrt(variance[channel] + EPSILON));
    const filter = read('filter').map((value, index) => value * factor[index % to]);
    const bias = offset.map((value, channel) => value - mean[channel] * factor[channel]);
    return [name, { filter, bias }];
  });
  const answers = { filter: values['answers/filter'], bias: values['answers/bias'] };
  return { ...Object.fromEntries(units), answers } as FoldedLineReader;
}
