import { join } from 'node:path';
import { Command } from 'commander';
import { printable } from '../numbers/printable';
import { loadMnist } from '../digits/mnist';
import { preferThroughput } from '../engine/preferThroughput';
import { startCropMaker } from '../learning/detector/cropMaker';
import { startProgress, type Progress } from './progress';
import { DEFAULT_READER } from '../reader/folder/readerFolder';
import { makeReader } from '../learning/makeReader';
import {
  furtherRecipe,
  detectorRecipe,
  type RoundResult,
} from '../learning/detector/trainDetector';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from '../numbers/percent';

interface TrainReaderOptions {
  readonly from: string | undefined;
  readonly detector: string | undefined;
  readonly rounds: number | undefined;
  readonly lines: string | undefined;
  readonly strokes: string | undefined;
  readonly labelled: string | undefined;
  readonly seed: number;
  readonly out: string;
  readonly resume: boolean;
  readonly force: boolean;
}

function roundLine({
  round,
  loss,
  cells,
  classes,
  boxes,
  seconds,
  validation,
}: RoundResult): string {
  const losses = [loss, cells, classes, boxes].map((value) => value.toFixed(4)).join(' ');
  const learned = `round ${round}: loss ${losses}, ${seconds.toFixed(1)} s`;
  if (!validation) return learned;
  const { right, found, surplus } = validation;
  return `${learned}; found ${percent(found)}, right ${percent(right)}, surplus ${percent(surplus)}`;
}

/** How many rounds a reader learns a hand that is new to it: few, as it knows digits already. */
const OWN_ROUNDS = 2;

async function trainReader(options: TrainReaderOptions): Promise<void> {
  const {
    out,
    labelled,
    from = labelled === undefined ? undefined : DEFAULT_READER,
    force,
    ...others
  } = options;
  preferThroughput();
  let progress: Progress | undefined;
  await makeReader(await loadMnist(), {
    ...others,
    from,
    labelled,
    rounds: options.rounds ?? (labelled === undefined ? undefined : OWN_ROUNDS),
    folder: out,
    replace: force,
    startCrops: startCropMaker,
    onRound: (history) => {
      console.error(roundLine(history[history.length - 1]));
    },
    onUnknown: (files) => {
      console.error(
        `too little of their labels is found in ${files.map(printable).join(', ')}: not learned from`,
      );
    },
    onPage: (done, count) => {
      progress ??= startProgress('reading pages to calibrate with', count, 'pages');
      progress.update(done);
    },
  });
  progress?.end();
  console.log(`page reader: ${out}`);
}

/** The command that trains the network that finds and reads digits on pages. */
export function trainReaderCommand(): Command {
  return new Command('train-reader')
    .description("Train the page reader's detector")
    .option('--from <reader>', 'continue from a reader, in smaller steps, and average both')
    .option('--detector <folder>', 'use a detector trained by scripts/train_detector.py')
    .option(
      '--rounds <number>',
      'rounds of new crops to train on; 0 keeps the detector of --from ' +
        `(default: ${detectorRecipe.rounds}, or ${furtherRecipe.rounds} with --from)`,
      wholeNumberFrom(0),
    )
    .option(
      '--lines <folder>',
      'use a line reader trained by scripts/train_line_reader.py ' +
        '(default: that of --from, or of the shipped reader)',
    )
    .option(
      '--strokes <folder>',
      'also train on recorded handwriting (.ndjson files); see docs/pages.md',
    )
    .option(
      '--labelled <path>',
      'also train on your own pages: a folder with labels.json, or the corrections.csv saved by ' +
        '`recognize --sheet`; continues from `reader` unless --from is given',
    )
    .option('--seed <number>', 'seed of the crops and the training', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'folder for the page reader', join('out', 'models', 'reader'))
    .option('--resume', 'resume an interrupted training', false)
    .option('--force', 'replace an existing page reader', false)
    .action(trainReader);
}
