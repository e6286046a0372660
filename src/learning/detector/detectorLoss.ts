import * as tf from '@tensorflow/tfjs-core';
import { TARGETS } from './detectorTargets';
import { OUTPUT_CHANNELS, BOX_UNIT, SIDE_RANGE } from '../../reader/detector/detectorNetwork';

const LABEL_SMOOTHING = 0.02;
/** What the classes weigh, beside the cells and the boxes. */
const CLASS_WEIGHT = 1.5;

/** The parts of the loss, each a single number. */
export interface DetectorLoss {
  readonly total: tf.Scalar;
  readonly cells: tf.Scalar;
  readonly classes: tf.Scalar;
  readonly boxes: tf.Scalar;
}

const part = (x: tf.Tensor4D, start: number, count = 1): tf.Tensor4D =>
  tf.slice(x, [0, 0, 0, start], [-1, -1, -1, count]);

/**
 * How far answers are from their targets.
 *
 * Focal loss for the cells of digits (Law and Deng, arXiv 1808.01244), cross-entropy for the classes and
 * intersection over union (Yu et al., arXiv 1608.01471) for the boxes, both weighted by how near a place
 * is to the digit's middle.
 *
 * @param answers [count, height, width, 15]
 * @param targets as `detectorTargets` lays them out; [count, height, width, 7]
 * @param digits [count, height, width], int32
 */
export function detectorLoss(
  answers: tf.Tensor4D,
  targets: tf.Tensor4D,
  digits: tf.Tensor3D,
): DetectorLoss {
  const middle = part(targets, TARGETS.middle);
  const isMiddle = tf.cast(tf.greater(middle, 0.995), 'float32');
  const found = tf.clipByValue(
    tf.sigmoid(part(answers, OUTPUT_CHANNELS.objectness)),
    1e-4,
    1 - 1e-4,
  );
  const missed = tf.mul(tf.square(tf.sub(1, found)), tf.log(found));
  const surplus = tf.mul(
    tf.mul(tf.square(tf.square(tf.sub(1, middle))), tf.square(found)),
    tf.log(tf.sub(1, found)),
  );
  const focal = tf.add(tf.mul(isMiddle, missed), tf.mul(tf.sub(1, isMiddle), surplus));
  const counted = tf.mul(focal, part(targets, TARGETS.counts));
  const cells = tf.neg(tf.div<tf.Scalar>(tf.sum(counted), tf.maximum(tf.sum(isMiddle), 1)));

  const certainty = part(targets, TARGETS.certainty);
  const weight = tf.maximum(tf.sum(certainty), 1);
  const weighted = (x: tf.Tensor4D): tf.Scalar =>
    tf.div<tf.Scalar>(tf.sum(tf.mul(x, certainty)), weight);

  const expected = tf.add<tf.Tensor4D>(
    tf.mul(tf.cast(tf.oneHot(digits, 10), 'float32'), 1 - LABEL_SMOOTHING),
    LABEL_SMOOTHING / 10,
  );
  const logits = part(answers, OUTPUT_CHANNELS.classes, 10);
  const likelihoods = tf.logSoftmax(logits);
  const classes = weighted(tf.neg(tf.sum<tf.Tensor4D>(tf.mul(expected, likelihoods), 3, true)));

  const sides = part(targets, TARGETS.box, 4);
  const answered = tf.mul<tf.Tensor4D>(
    tf.exp(tf.clipByValue(part(answers, OUTPUT_CHANNELS.box, 4), ...SIDE_RANGE)),
    BOX_UNIT,
  );
  const extent = (x: tf.Tensor4D): tf.Tensor4D =>
    tf.mul(tf.add(part(x, 0), part(x, 2)), tf.add(part(x, 1), part(x, 3)));
  const common = extent(tf.minimum(sides, answered));
  const union = tf.sub<tf.Tensor4D>(tf.add(extent(sides), extent(answered)), common);
  const boxes = weighted(tf.sub(1, tf.div<tf.Tensor4D>(common, tf.maximum<tf.Tensor4D>(union, 1))));

  const total = tf.addN<tf.Scalar>([cells, tf.mul<tf.Scalar>(classes, CLASS_WEIGHT), boxes]);
  return { total, cells, classes, boxes };
}
