import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { createRandom } from '../../../src/numbers/random';
import { createDigitPool } from '../../../src/pages/hand/digitPool';
import { loadPageFonts } from '../../../src/pages/text/pageFonts';
import {
  generateTrainingCrop,
  type TrainingCrop,
} from '../../../src/learning/detector/trainingCrop';

/** Crops to learn from, of the seeds 0 to count - 1. */
export async function makeTrainingCrops(count: number): Promise<readonly TrainingCrop[]> {
  const { train } = await loadMnist();
  const pool = createDigitPool(sliceDigits(train, 0, 2_000), loadPageFonts());
  return Array.from({ length: count }, (_, seed) => generateTrainingCrop(pool, createRandom(seed)));
}
