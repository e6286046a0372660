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
    .description('Train the network that finds and reads the digits of pages')
    .option(
      '--from <reader>',
      'go on from a reader, in smaller steps; the result is the average of both',
    )
    .option(
      '--detector <folder>',
      'take the detector that scripts/train_detector.py has trained, instead of training one',
    )
    .option(
      '--rounds <number>',
      'how many rounds of new crops the detector learns from, 0 to keep that of --from ' +
        `(default: ${detectorRecipe.rounds}, or ${furtherRecipe.rounds} with --from)`,
      wholeNumberFrom(0),
    )
    .option(
      '--lines <folder>',
      'take the network that reads lines from this folder, as scripts/train_line_reader.py writes it ' +
        '(default: that of --from, or of the reader that comes with the project)',
    )
    .option(
      '--strokes <folder>',
      'recorded handwriting to learn from, too, as .ndjson files; see docs/pages.md',
    )
    .option(
      '--labelled <path>',
      "pages of one's own to learn from, too: a folder with labels.json, or the corrections.csv of a page of " +
        'doubtful digits; goes on from `reader` where --from names no other',
    )
    .option('--seed <number>', 'decides everything, the crops too', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'where to save the model', join('out', 'models', 'reader'))
    .option('--resume', 'go on with a training that was stopped', false)
    .option('--force', 'replace a page reader that is already in the folder', false)
    .action(trainReader);
}
