import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../../src/engine/engine';
import { detectorLoss } from '../../../src/learning/detector/detectorLoss';
import { CELLS, detectorTargets, TARGETS } from '../../../src/learning/detector/detectorTargets';
import type { TrainingCrop } from '../../../src/learning/detector/trainingCrop';
import { makeTrainingCrops } from './crops';

let crops: readonly TrainingCrop[];
beforeAll(async () => {
  await startEngine();
  crops = await makeTrainingCrops(12);
});

describe('the loss of the detector', () => {
  const lossOf = (answers: tf.Tensor4D, crop: TrainingCrop): number =>
    tf.tidy(() => {
      const { values, digits } = detectorTargets(crop);
      return detectorLoss(
        answers,
        tf.tensor4d(values, [1, CELLS, CELLS, TARGETS.count]),
        tf.tensor3d(digits, [1, CELLS, CELLS], 'int32'),
      ).total.dataSync()[0];
    });

  it('is near its least for answers that are right', () => {
    const crop = crops.find(({ digits }) => digits.length > 2)!;
    const { values, digits } = detectorTargets(crop);
    const right = new Float32Array(CELLS ** 2 * 15);
    for (let place = 0; place < CELLS ** 2; place++) {
      const target = values.subarray(place * TARGETS.count);
      const middle = Math.min(1 - 1e-4, Math.max(1e-4, target[TARGETS.middle]));
      right[place * 15] = Math.log(middle / (1 - middle));
      right[place * 15 + 1 + digits[place]] = 9;
      for (let side = 0; side < 4; side++) {
        right[place * 15 + 11 + side] = Math.log(Math.max(1, target[TARGETS.box + side]) / 16);
      }
    }
    const answers = tf.tensor4d(right, [1, CELLS, CELLS, 15]);
    const least = lossOf(answers, crop);
    expect(least).toBeLessThan(0.5);
    expect(lossOf(tf.zerosLike(answers), crop)).toBeGreaterThan(least + 3);
    answers.dispose();
  });
});
