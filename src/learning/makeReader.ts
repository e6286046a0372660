import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DigitSet } from '../digits/digitSet';
import type { Mnist } from '../digits/mnist';
import { mnistHashes } from '../digits/mnistFiles';
import { splitTraining } from '../digits/split';
import { startEngine } from '../engine/engine';
import { keepModel } from '../files/keepModel';
import { createDigitPool } from '../pages/hand/digitPool';
import { strokeHashes } from '../pages/hand/strokeFolder';
import { loadPageFonts } from '../pages/text/pageFonts';
import { deleteCheckpoints } from '../training/checkpoint';
import { versionsOf } from '../training/versions';
import { createDetector } from '../reader/detector/detector';
import { detectorUnits } from '../reader/detector/detectorNetwork';
import { TAUGHT_SIZES } from '../reader/detector/digitSizes';
import type { FoldedDetector } from '../reader/detector/detectorWeights';
import { DEFAULT_READER, READER, saveReader } from '../reader/folder/readerFolder';
import { makeDetector, type DetectorOrigin } from './detector/makeDetector';
import { makeLines } from './line/makeLines';
import type { Calibration } from '../reader/page/confidence';
import { readOwnPages } from './ownPages';
import { calibrateReader } from './calibrateReader';
import type { ExampleSource } from './exampleSource';
import { mixOwnCrops } from './detector/ownCrops';
import type { RoundResult } from './detector/trainDetector';
import type { TrainingCrop } from './detector/trainingCrop';

/** How a page reader is made. */
export interface ReaderOptions extends DetectorOrigin {
  /**
   * A folder with a network that reads lines, as `scripts/train_line_reader.py` writes it.
   *
   * @default that of the reader to go on from, or of the reader that comes with the project
   */
  readonly lines?: string | undefined;
  /** A folder of recorded handwriting to learn from, too; as `readPenWriters` reads it. @default none */
  readonly strokes?: string | undefined;
  /** Somebody's own pages to learn from, too, as `readOwnPages` reads them. @default none */
  readonly labelled?: string | undefined;
  /** Decides everything, the crops too. */
  readonly seed: number;
  /** The folder for the reader, and for the state of its training while it runs. */
  readonly folder: string;
  /** Goes on with a stopped training of the same folder; otherwise one starts afresh. */
  readonly resume: boolean;
  /** Whether it may replace a reader that another training has left in the folder. @default true */
  readonly replace?: boolean;
  /** Starts what makes crops of some digits and of recorded handwriting; all of it is stopped in the end. */
  readonly startCrops: (
    digits: DigitSet,
    seed: number,
    strokes?: string,
  ) => ExampleSource<TrainingCrop>;
  readonly onRound?: (history: readonly RoundResult[]) => void;
  /** Called with the pictures of one's own of which too little was found to learn from them. */
  readonly onUnknown?: (files: readonly string[]) => void;
  /** Called after every page that was read to calibrate with, with how many are done of how many. */
  readonly onPage?: (done: number, count: number) => void;
}

/** How many crops tell how far the training is. */
const VALIDATION_CROPS = 400;

/** The made-up pages that tell how sure the reader may be. */
const calibrationPages = { seed: 1, count: 100 };

const normalization =
  'the darkest of the three colours; what it differs from the mean around it, in standard deviations; ' +
  `digits ${TAUGHT_SIZES.join(' to ')} pixels high`;

function countParameters(folded: FoldedDetector): number {
  return Object.values(folded).reduce(
    (sum, { filter, bias }) => sum + filter.length + bias.length,
    0,
  );
}

/** Crops of digits that are kept from the training, to see how far it is. */
async function validationCrops(
  digits: DigitSet,
  startCrops: ReaderOptions['startCrops'],
): Promise<readonly TrainingCrop[]> {
  const source = startCrops(digits, 0);
  try {
    return await source.make(0, VALIDATION_CROPS);
  } finally {
    await source.stop();
  }
}

async function calibrate(
  folded: FoldedDetector,
  validation: DigitSet,
  onPage: ReaderOptions['onPage'],
): Promise<Calibration> {
  const find = createDetector(folded);
  try {
    const pages = { ...calibrationPages, pool: createDigitPool(validation, loadPageFonts()) };
    return await calibrateReader(find, pages, (done) => {
      onPage?.(done, pages.count);
    });
  } finally {
    find.dispose();
  }
}

/**
 * Makes a page reader as the one in `models` is made: trains its detector, averages it where it goes on from another,
 * takes its network of lines, calibrates, rounds, saves.
 *
 * It learns from made-up pages of MNIST's training digits and, where there is some, of recorded handwriting; the
 * validation digits tell how far it is and how sure it may be. The test digits are not looked at.
 *
 * @param mnist the whole of MNIST
 * @throws Error where a training to resume is another one, a network diverges, there is no reader to go on from, or one
 *   is there that may not be replaced
 */
export async function makeReader({ train }: Mnist, options: ReaderOptions): Promise<void> {
  const { from, strokes, labelled, seed, folder, resume, replace = true, startCrops } = options;
  const { onRound, onUnknown, onPage } = options;
  const checkpoints = join(folder, 'checkpoints');
  if (!replace && !(resume && existsSync(checkpoints))) keepModel(folder, READER);
  const hashes = strokes === undefined ? undefined : strokeHashes(strokes);
  const engine = await startEngine();
  const { training, validation } = splitTraining(train);
  if (!resume) rmSync(checkpoints, { recursive: true, force: true });

  const own =
    labelled === undefined ? undefined : await readOwnPages(labelled, from ?? DEFAULT_READER);
  if (own && own.unknown.length > 0) onUnknown?.(own.unknown);
  const made = startCrops(training, seed, strokes);
  const crops = own ? mixOwnCrops(made, own.pages, seed) : made;
  try {
    const common = {
      seed,
      files: { ...hashes, ...own?.hashes },
      make: crops.make,
      validation: await validationCrops(validation, startCrops),
    };
    const { folded, runs } = await makeDetector(options, {
      ...common,
      checkpoints: join(checkpoints, 'detector'),
      ...(onRound && { onRound }),
    });
    const { lines, lineCalibration, run } = makeLines(options.lines, from ?? DEFAULT_READER);
    const calibration = await calibrate(folded, validation, onPage);
    const card = {
      description: 'Finds the digits of a page and reads them; learned from made-up pages alone',
      date: new Date().toISOString(),
      units: detectorUnits,
      parameters: countParameters(folded),
      ...runs,
      lines: run,
      normalization,
      data: mnistHashes,
      ...(hashes && { strokes: hashes }),
      ...(own && { labelled: own.hashes }),
      versions: versionsOf(engine),
      calibration,
      calibrationPages,
    };
    saveReader({ folded, lines, calibration, lineCalibration }, card, folder);
    deleteCheckpoints(join(checkpoints, 'detector'));
    rmSync(checkpoints, { recursive: true, force: true });
  } finally {
    await crops.stop();
  }
}
