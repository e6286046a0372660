import { join } from 'node:path';
import { Command } from 'commander';
import { loadMnist } from '../digits/mnist';
import { preferThroughput } from '../engine/preferThroughput';
import { startCropMaker } from '../processes/cropMaker';
import { startProgress, type Progress } from '../processes/progress';
import { makeReader } from '../reader/makeReader';
import { furtherRecipe, detectorRecipe, type RoundResult } from '../reader/training/trainDetector';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from './percent';

interface TrainReaderOptions {
  readonly from: string | undefined;
  readonly rounds: number | undefined;
  readonly strokes: string | undefined;
  readonly seed: number;
  readonly out: string;
  readonly resume: boolean;
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

async function trainReader(options: TrainReaderOptions): Promise<void> {
  const { out, ...others } = options;
  preferThroughput();
  let progress: Progress | undefined;
  await makeReader(await loadMnist(), {
    ...others,
    folder: out,
    startCrops: startCropMaker,
    onRound: (history) => {
      console.error(roundLine(history[history.length - 1]));
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
      '--rounds <number>',
      `how many rounds of new crops (default: ${detectorRecipe.rounds}, or ${furtherRecipe.rounds} with --from)`,
      wholeNumberFrom(1),
    )
    .option(
      '--strokes <folder>',
      'recorded handwriting to learn from, too, as .ndjson files; see docs/pages.md',
    )
    .option('--seed <number>', 'decides everything, the crops too', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'where to save the model', join('out', 'models', 'reader'))
    .option('--resume', 'go on with a training that was stopped', false)
    .action(trainReader);
}
