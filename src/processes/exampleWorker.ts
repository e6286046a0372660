// Run as a thread of its own by startCropMaker: makes crops to learn from.
import { parentPort, workerData } from 'node:worker_threads';
import type { DigitSet } from '../digits/digitSet';
import { loadPageFonts } from '../pages/text/pageFonts';
import { createDigitPool } from '../pages/hand/digitPool';
import { readPenWriters } from '../pages/hand/strokeFolder';
import { createStream } from '../numbers/random';
import { generateTrainingCrop, type TrainingCrop } from '../reader/training/trainingCrop';

/** What a thread begins with. */
export interface CropWorkerData {
  readonly digits: DigitSet;
  /** A folder of recorded handwriting that is written, too. */
  readonly strokes?: string | undefined;
  readonly seed: number;
}

/** Which crops it shall make. */
export interface CropTask {
  readonly first: number;
  readonly count: number;
}

/** There are fewer crops of one seed than this. */
const CROPS_A_SEED = 100_000_000;

const { digits, strokes, seed } = workerData as CropWorkerData;
const writers = strokes === undefined ? [] : readPenWriters(strokes);
const pool = createDigitPool(digits, loadPageFonts(), writers);

parentPort!.on('message', ({ first, count }: CropTask) => {
  const crops: TrainingCrop[] = [];
  for (let number = first; number < first + count; number++) {
    crops.push(generateTrainingCrop(pool, createStream(seed, number, CROPS_A_SEED)));
  }
  parentPort!.postMessage(
    crops,
    crops.map(({ contrast }) => contrast.buffer as ArrayBuffer),
  );
});
