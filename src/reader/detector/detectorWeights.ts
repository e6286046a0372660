import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../numbers/random';
import { normalizeBatch } from '../../engine/batchNormalization';
import {
  OUTPUT_CHANNELS,
  detectorFeatures,
  detectorUnits,
  type RunUnit,
  type DetectorUnit,
  type DetectorUnitName,
} from './detectorNetwork';

/** The variance below which values are not stretched to 1. */
const EPSILON = 1e-3;
/** How much of the running mean and variance stays at every step. */
const MOMENTUM = 0.9;
/** At first a digit is answered to be at one place in twenty. */
const FIRST_DIGIT_LOGIT = -3;

/** The variables of a detector that learns. */
export interface DetectorWeights {
  /** What the optimiser changes: filters, scales and offsets, and what turns the last values into answers. */
  readonly learned: Readonly<Record<string, tf.Variable>>;
  /** The running means and variances of every unit. */
  readonly statistics: Readonly<Record<string, tf.Variable>>;
}

/** All values of a detector, by the names of its variables. */
export type DetectorValues = Readonly<Record<string, Float32Array>>;

/** A unit that normalises no longer: its scale has gone into the filter, everything else into the bias. */
export interface FoldedUnit {
  /** [size, size, from, to] */
  readonly filter: Float32Array;
  /** [to] */
  readonly bias: Float32Array;
}

/** A detector that only answers; by the names of its units and `answers`. */
export type FoldedDetector = Readonly<Record<DetectorUnitName | 'answers', FoldedUnit>>;

const lastChannels = detectorUnits.joined2.to;

/** The shapes of the filters of all units and of the answers. */
export const filterShapes = Object.fromEntries([
  ...Object.entries(detectorUnits).map(([name, { size, from, to }]: [string, DetectorUnit]) => [
    name,
    [size, size, from, to],
  ]),
  ['answers', [1, 1, lastChannels, OUTPUT_CHANNELS.count]],
]) as Readonly<Record<DetectorUnitName | 'answers', [number, number, number, number]>>;

/**
 * Makes the variables of a detector that has learned nothing yet.
 *
 * @param random decides the filters (He et al., arXiv 1502.01852)
 */
export function createDetectorWeights(random: Random): DetectorWeights {
  const learned: Record<string, tf.Variable> = {};
  const statistics: Record<string, tf.Variable> = {};
  const filter = (shape: readonly number[], deviation: number): tf.Variable => {
    const values = Float32Array.from(
      { length: tf.util.sizeFromShape([...shape]) },
      () => deviation * random.normal(),
    );
    return tf.tidy(() => tf.variable(tf.tensor(values, [...shape])));
  };
  const filled = (count: number, value: number, isLearned: boolean): tf.Variable =>
    tf.tidy(() => tf.variable(tf.fill([count], value), isLearned));
  for (const [name, { size, from, to }] of Object.entries<DetectorUnit>(detectorUnits)) {
    learned[`${name}/filter`] = filter([size, size, from, to], Math.sqrt(2 / (size ** 2 * from)));
    learned[`${name}/scale`] = filled(to, 1, true);
    learned[`${name}/offset`] = filled(to, 0, true);
    statistics[`${name}/mean`] = filled(to, 0, false);
    statistics[`${name}/variance`] = filled(to, 1, false);
  }
  learned['answers/filter'] = filter(filterShapes.answers, 0.01);
  const bias = Array.from({ length: OUTPUT_CHANNELS.count }, (_, index) =>
    index === OUTPUT_CHANNELS.objectness ? FIRST_DIGIT_LOGIT : 0,
  );
  learned['answers/bias'] = tf.tidy(() => tf.variable(tf.tensor1d(bias)));
  return { learned, statistics };
}

/**
 * Makes the variables of a detector that has learned already, so that it can learn on: what normalisation it
 * had is gone, so each unit gets the one that changes nothing for these pictures.
 *
 * @param folded what it has learned
 * @param pictures some to learn from, [count, height, width, 1]; the more, the less its answers change
 */
export function unfoldDetector(folded: FoldedDetector, pictures: tf.Tensor4D): DetectorWeights {
  const learned: Record<string, tf.Variable> = {};
  const statistics: Record<string, tf.Variable> = {};
  const keep = (values: tf.Tensor, isLearned = true): tf.Variable => tf.variable(values, isLearned);
  tf.tidy(() => {
    const run: RunUnit = (name, x, activation) => {
      const { size, from, stride } = detectorUnits[name];
      const filter = tf.tensor4d(folded[name].filter, filterShapes[name]);
      const bias = tf.tensor1d(folded[name].bias);
      // A normalised unit's filter may have any length; the rate at which it learns depends on it.
      const deviation = tf.sqrt(tf.mean(tf.square(filter), [0, 1, 2]));
      const stretch = tf.div(Math.sqrt(2 / (size ** 2 * from)), tf.maximum(deviation, 1e-6));
      const stretched = tf.mul<tf.Tensor4D>(filter, stretch);
      const convolved = tf.conv2d(x, stretched, stride, 'same');
      const { mean, variance } = tf.moments(convolved, [0, 1, 2]);
      learned[`${name}/filter`] = keep(stretched);
      learned[`${name}/scale`] = keep(tf.div(tf.sqrt(tf.add(variance, EPSILON)), stretch));
      learned[`${name}/offset`] = keep(tf.add(bias, tf.div(mean, stretch)));
      statistics[`${name}/mean`] = keep(mean, false);
      statistics[`${name}/variance`] = keep(variance, false);
      const output = tf.add<tf.Tensor4D>(tf.div(convolved, stretch), bias);
      return activation === 'relu' ? tf.relu(output) : output;
    };
    detectorFeatures(pictures, run);
    const { filter, bias } = folded.answers;
    learned['answers/filter'] = keep(tf.tensor4d(filter, filterShapes.answers));
    learned['answers/bias'] = keep(tf.tensor1d(bias));
  });
  return { learned, statistics };
}

/** All variables of a detector. */
export function detectorVariables({ learned, statistics }: DetectorWeights): tf.Variable[] {
  return [...Object.values(learned), ...Object.values(statistics)];
}

/**
 * What a detector answers while it learns: every unit normalises by the batch's own statistics, which also
 * go into the running ones.
 *
 * @param pictures [count, height, width, 1]
 * @returns [count, height / 4, width / 4, 15]
 */
export function learningAnswers(
  { learned, statistics }: DetectorWeights,
  pictures: tf.Tensor4D,
): tf.Tensor4D {
  const run: RunUnit = (name, x, activation) => {
    const { stride } = detectorUnits[name];
    const convolved = tf.conv2d(x, learned[`${name}/filter`] as tf.Tensor4D, stride, 'same');
    const [scale, offset] = [learned[`${name}/scale`], learned[`${name}/offset`]];
    const { output, mean, variance } = normalizeBatch(convolved, scale, offset, EPSILON);
    const follow = (running: tf.Variable, value: tf.Tensor): void => {
      running.assign(tf.add(tf.mul(running, MOMENTUM), tf.mul(value, 1 - MOMENTUM)));
    };
    follow(statistics[`${name}/mean`], mean);
    follow(statistics[`${name}/variance`], variance);
    return activation === 'relu' ? tf.relu(output) : output;
  };
  const features = detectorFeatures(pictures, run);
  const answers = tf.conv2d(features, learned['answers/filter'] as tf.Tensor4D, 1, 'same');
  return tf.add(answers, learned['answers/bias']);
}

/** Works the normalisation of a learned detector into its filters, which gives the same answers faster. */
export function foldDetector(values: DetectorValues): FoldedDetector {
  const units = Object.entries<DetectorUnit>(detectorUnits).map(([name, { to }]) => {
    const read = (what: string): Float32Array => values[`${name}/${what}`];
    const [scale, offset, mean, variance] = ['scale', 'offset', 'mean', 'variance'].map(read);
    const factor = scale.map((value, channel) => value / Math.sqrt(variance[channel] + EPSILON));
    const filter = read('filter').map((value, index) => value * factor[index % to]);
    const bias = offset.map((value, channel) => value - mean[channel] * factor[channel]);
    return [name, { filter, bias }];
  });
  const answers = { filter: values['answers/filter'], bias: values['answers/bias'] };
  return { ...Object.fromEntries(units), answers } as FoldedDetector;
}

/**
 * Averages two spotters, of which one has learned on from the other: both make mistakes that the other does
 * not, and what lies between them makes fewer (Wortsman et al., arXiv 2109.01903).
 */
export function averageDetectors(one: FoldedDetector, other: FoldedDetector): FoldedDetector {
  const mean = (a: Float32Array, b: Float32Array): Float32Array =>
    a.map((value, index) => (value + b[index]) / 2);
  const units = Object.entries(one).map(([name, { filter, bias }]) => {
    const unit = other[name as keyof FoldedDetector];
    return [name, { filter: mean(filter, unit.filter), bias: mean(bias, unit.bias) }];
  });
  return Object.fromEntries(units) as FoldedDetector;
}
