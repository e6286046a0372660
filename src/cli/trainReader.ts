import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { Command } from 'commander';
import type { DigitSet } from '../digits/digitSet';
import { loadMnist } from '../digits/mnist';
import { mnistFiles } from '../digits/mnistFiles';
import { loadPageFonts } from '../pages/text/pageFonts';
import { createDigitPool } from '../pages/hand/digitPool';
import { splitTraining } from '../digits/split';
import { startEngine } from '../engine/engine';
import { preferThroughput } from '../engine/preferThroughput';
import { deleteCheckpoints } from '../training/checkpoint';
import type { Calibration } from '../reader/page/confidence';
import type { ReaderCard, ReaderTraining } from '../reader/folder/readerCard';
import { readReader, readReaderCard, saveReader } from '../reader/folder/readerFolder';
import { createSpotter } from '../reader/detector/detector';
import { spotterUnits } from '../reader/detector/detectorNetwork';
import {
  furtherRecipe,
  spotterRecipe,
  trainSpotter,
  type RoundResult,
} from '../reader/training/trainDetector';
import {
  averageSpotters,
  foldSpotter,
  type FoldedSpotter,
} from '../reader/detector/detectorWeights';
import { calibrateReader } from '../reader/training/calibrateReader';
import { startCropMaker } from '../processes/cropMaker';
import { startProgress } from '../processes/progress';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from './percent';

interface TrainReaderOptions {
  readonly from: string | undefined;
  readonly rounds: number | undefined;
  readonly seed: number;
  readonly out: string;
  readonly resume: boolean;
}

/** How many crops tell how far the training is. */
const VALIDATION_CROPS = 400;

/** The made-up pages that tell how sure the reader may be. */
const calibrationPages = { seed: 1, count: 100 };

const NORMALIZATION =
  'the darkest of the three colours; what it differs from the mean around it, in standard deviations; ' +
  'digits 15 to 44 pixels high';

function countParameters(folded: FoldedSpotter): number {
  return Object.values(folded).reduce(
    (sum, { filter, bias }) => sum + filter.length + bias.length,
    0,
  );
}

async function calibrate(folded: FoldedSpotter, validation: DigitSet): Promise<Calibration> {
  const find = createSpotter(folded);
  const progress = startProgress(
    'reading pages to calibrate with',
    calibrationPages.count,
    'pages',
  );
  try {
    const pages = { ...calibrationPages, pool: createDigitPool(validation, loadPageFonts()) };
    return await calibrateReader(find, pages, (done) => {
      progress.update(done);
    });
  } finally {
    progress.end();
    find.dispose();
  }
}

function roundLine({
  round,
  loss,
  places,
  classes,
  boxes,
  seconds,
  validation,
}: RoundResult): string {
  const losses = [loss, places, classes, boxes].map((value) => value.toFixed(4)).join(' ');
  const learned = `round ${round}: loss ${losses}, ${seconds.toFixed(1)} s`;
  if (!validation) return learned;
  const { right, found, surplus } = validation;
  return `${learned}; found ${percent(found)}, right ${percent(right)}, surplus ${percent(surplus)}`;
}

/** The runs that made a reader, as its card tells them. */
function runsOf({
  earlier,
  hyperparameters,
  seed,
  training,
  weights,
}: ReaderCard): ReaderTraining[] {
  return [...earlier, { hyperparameters, seed, training, weights }];
}

async function trainReader(options: TrainReaderOptions): Promise<void> {
  const { from, seed, out, resume } = options;
  const recipe = from === undefined ? spotterRecipe : furtherRecipe;
  const hyperparameters = { ...recipe, rounds: options.rounds ?? recipe.rounds };
  const before = from === undefined ? undefined : readReader(from).folded;
  const earlier = from === undefined ? [] : runsOf(readReaderCard(from));
  preferThroughput();
  const engine = await startEngine();
  const { training, validation } = splitTraining((await loadMnist()).train);
  mkdirSync(out, { recursive: true });
  const checkpoints = join(out, 'checkpoints');
  if (!resume) deleteCheckpoints(checkpoints);
  const validationMaker = startCropMaker(validation, 0);
  const validationCrops = await validationMaker.makeCrops(0, VALIDATION_CROPS);
  await validationMaker.stop();
  const maker = startCropMaker(training, seed);
  try {
    const { values, history } = await trainSpotter(hyperparameters, {
      seed,
      ...(before && { from: before }),
      makeCrops: maker.makeCrops,
      validation: validationCrops,
      checkpoints,
      onRound: (history) => {
        console.error(roundLine(history[history.length - 1]));
      },
    });
    const learned = foldSpotter(values);
    const folded = before ? averageSpotters(before, learned) : learned;
    const calibration = await calibrate(folded, validation);
    const card = {
      description: 'Finds the digits of a page and reads them; learned from made-up pages alone',
      date: new Date().toISOString(),
      units: spotterUnits,
      parameters: countParameters(folded),
      earlier,
      hyperparameters,
      seed,
      normalization: NORMALIZATION,
      data: Object.fromEntries(Object.values(mnistFiles).map(({ name, sha256 }) => [name, sha256])),
      versions: {
        tfjs: tf.version_core,
        [`TensorFlow, ${engine.name}`]: engine.version,
        node: process.versions.node,
      },
      training: history,
      calibration,
      calibrationPages,
    };
    saveReader(folded, calibration, card, out);
    deleteCheckpoints(checkpoints);
    console.log(`page reader: ${out}`);
  } finally {
    await maker.stop();
  }
}

/** The command that trains the network that finds and reads digits on pages. */
export function trainReaderCommand(): Command {
  return new Command('train-reader')
    .description('Train the network that finds and reads the digits of pages')
    .option(
      '--from <reader>',
      'go on from a reader, in smaller steps; the result is the average of both',
    )
    .option(
      '--rounds <number>',
      `how many rounds of new crops (default: ${spotterRecipe.rounds}, or ${furtherRecipe.rounds} with --from)`,
      wholeNumberFrom(1),
    )
    .option('--seed <number>', 'decides everything, the crops too', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'where to save the model', join('out', 'models', 'reader'))
    .option('--resume', 'go on with a training that was stopped', false)
    .action(trainReader);
}
