import { beforeAll, describe, expect, it } from 'vitest';
import { TAUGHT_SIZES } from '../../../src/reader/detector/digitSizes';
import type { TrainingCrop } from '../../../src/learning/detector/trainingCrop';
import { makeTrainingCrops } from './crops';

let crops: readonly TrainingCrop[];
beforeAll(async () => {
  crops = await makeTrainingCrops(12);
});

describe('a crop to learn from', () => {
  it('has contrast, and digits of the sizes that are taught alone', () => {
    const sizes = crops.flatMap(({ digits }) => digits.map(({ box }) => box.y1 - box.y0));
    expect(sizes).not.toEqual([]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(TAUGHT_SIZES[1]);
    expect(crops.some(({ contrast }) => contrast.some((value) => value !== 0))).toBe(true);
  });
});
