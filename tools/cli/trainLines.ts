import { join } from 'node:path';
import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { startEngine } from '../../src/engine/engine';
import { preferThroughput } from '../../src/engine/preferThroughput';
import { makeFolder } from '../../src/files/makeFolder';
import { writeWhole } from '../../src/files/wholeFile';
import { strokeHashes } from '../../src/pages/hand/strokeFolder';
import { startExampleMaker } from '../../src/learning/exampleMaker';
import { encodeLineReader } from '../../src/reader/line/lineBytes';
import { foldLineReader } from '../../src/reader/line/lineWeights';
import { listLineExamples, stripsOfLine } from '../../src/learning/line/lineExamples';
import type { LabelledStrip } from '../../src/learning/line/generateStrip';
import {
  lineRecipe,
  trainLineReader,
  type LineRound,
} from '../../src/learning/line/trainLineReader';
import { deleteCheckpoints } from '../../src/training/checkpoint';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { percent } from '../../src/numbers/percent';

interface TrainLinesOptions {
  readonly rounds: number;
  readonly strokes: string | undefined;
  readonly labelled: string | undefined;
  readonly seed: number;
  readonly out: string;
  readonly resume: boolean;
}

/** How many made-up strips tell how far the training is. */
const VALIDATION_STRIPS = 1024;

function roundLine({ round, loss, seconds, validation }: LineRound): string {
  const { lines, digits } = validation;
  return (
    `round ${round}: loss ${loss.toFixed(4)}, ${seconds.toFixed(1)} s; ` +
    `validation: lines ${percent(lines)}, their digits ${percent(digits)}`
  );
}

async function cutStrips(folder: string): Promise<LabelledStrip[]> {
  const strips: LabelledStrip[] = [];
  for (const example of listLineExamples(folder)) {
    strips.push(...(await stripsOfLine(folder, example)));
  }
  return strips;
}

async function trainLines(options: TrainLinesOptions): Promise<void> {
  const { rounds, strokes, labelled, seed, out, resume } = options;
  preferThroughput();
  await startEngine();
  const { training, validation } = splitTraining((await loadMnist()).train);
  const common = { kind: 'strip', strokes } as const;
  const known = startExampleMaker({
    ...common,
    digits: validation,
    writers: 'validation',
    seed: 0,
  });
  const validationStrips = await known.make(0, VALIDATION_STRIPS);
  await known.stop();
  const hyperparameters = { ...lineRecipe, rounds };
  const checkpoints = join(out, 'checkpoints');
  if (!resume) deleteCheckpoints(checkpoints);
  const source = startExampleMaker({ ...common, digits: training, writers: 'training', seed });
  try {
    const { values, history } = await trainLineReader(hyperparameters, {
      seed,
      makeStrips: source.make,
      realStrips: labelled === undefined ? [] : await cutStrips(labelled),
      files: strokes === undefined ? {} : strokeHashes(strokes),
      validation: validationStrips,
      checkpoints,
      onRound: (rounds) => {
        console.error(roundLine(rounds[rounds.length - 1]));
      },
    });
    makeFolder(out);
    writeWhole(join(out, 'lines.bin'), encodeLineReader(foldLineReader(values)));
    writeWhole(
      join(out, 'training.json'),
      `${JSON.stringify({ hyperparameters, seed, training: history }, null, 1)}\n`,
    );
    deleteCheckpoints(checkpoints);
    console.log(`line reader: ${out}`);
  } finally {
    await source.stop();
  }
}

/** The command that trains the network that reads lines. */
export function trainLinesCommand(): Command {
  return new Command('train-lines')
    .description('Train the line reader, for `train-reader --lines`')
    .option(
      '--rounds <number>',
      'rounds of new strips to train on',
      wholeNumberFrom(1),
      lineRecipe.rounds,
    )
    .option('--strokes <folder>', 'also write with recorded handwriting; see docs/pages.md')
    .option('--labelled <folder>', 'also train on labelled pictures of single lines')
    .option('--seed <number>', 'seed of everything random', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'folder for the network', join('out', 'lines'))
    .option('--resume', 'resume an interrupted training', false)
    .action(trainLines);
}
