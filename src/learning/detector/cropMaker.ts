import type { DigitSet } from '../../digits/digitSet';
import type { ExampleSource } from '../exampleSource';
import type { TrainingCrop } from './trainingCrop';
import { startExampleMaker } from '../exampleMaker';

/**
 * Starts threads that make crops while another one learns.
 *
 * @param digits what is written on the pages
 * @param seed decides all crops, however many threads make them
 * @param strokes a folder of recorded handwriting that is written, too; as `readPenWriters` reads it
 * @default strokes none
 * @param threadCount how many threads; a third of the processor's cores where none is given
 */
export function startCropMaker(
  digits: DigitSet,
  seed: number,
  strokes?: string,
  threadCount?: number,
): ExampleSource<TrainingCrop> {
  const { make, stop } = startExampleMaker({ kind: 'crop', digits, strokes, seed }, threadCount);
  return { make, stop };
}
