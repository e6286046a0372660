// Run as a thread of its own by startExampleMaker: makes examples to learn from.
import { parentPort, workerData } from 'node:worker_threads';
import type { DigitSet } from '../digits/digitSet';
import { createStream, type Random } from '../numbers/random';
import { createDigitPool, type DigitPool } from '../pages/hand/digitPool';
import { readPenWriters } from '../pages/hand/strokeFolder';
import { loadPageFonts } from '../pages/text/pageFonts';
import { generateStrip, type LabelledStrip } from './line/generateStrip';
import { generateTrainingCrop, type TrainingCrop } from './detector/trainingCrop';

/** The kinds of examples: parts of pages with their digits, and lines with their texts. */
export interface Examples {
  readonly crop: TrainingCrop;
  readonly strip: LabelledStrip;
}

/** What a thread begins with. */
export interface ExampleWorkerData {
  readonly kind: keyof Examples;
  readonly digits: DigitSet;
  /** A folder of recorded handwriting that is written, too. */
  readonly strokes?: string | undefined;
  /** Which of the people write whose pen was recorded. @default all */
  readonly writers?: 'training' | 'validation' | undefined;
  readonly seed: number;
}

/** Which examples it shall make. */
export interface ExampleTask {
  readonly first: number;
  readonly count: number;
}

/** There are fewer examples of one seed than this. */
const EXAMPLES_A_SEED = 100_000_000;
/** Every so manieth writer is kept for validation. */
const VALIDATION_WRITER = 12;

const generators: {
  readonly [Kind in keyof Examples]: (pool: DigitPool, random: Random) => Examples[Kind];
} = { crop: generateTrainingCrop, strip: generateStrip };

const { kind, digits, strokes, writers, seed } = workerData as ExampleWorkerData;
const people = (strokes === undefined ? [] : readPenWriters(strokes)).filter(
  (_, place) =>
    writers === undefined || (place % VALIDATION_WRITER === 0) === (writers === 'validation'),
);
const pool = createDigitPool(digits, loadPageFonts(), people);

parentPort!.on('message', ({ first, count }: ExampleTask) => {
  const examples = Array.from({ length: count }, (_, place) =>
    generators[kind](pool, createStream(seed, first + place, EXAMPLES_A_SEED)),
  );
  parentPort!.postMessage(
    examples,
    examples.map(({ contrast }) => contrast.buffer as ArrayBuffer),
  );
});
