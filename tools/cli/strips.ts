import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { startExampleMaker } from '../../src/learning/exampleMaker';
import { startProgress } from '../../src/cli/progress';
import type { LabelledStrip } from '../../src/learning/line/generateStrip';
import { listLineExamples, stripsOfLine } from '../../src/learning/line/lineExamples';
import { hasStrips, writeStrips } from '../../src/learning/line/stripFile';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { writeExamples } from './writeExamples';

interface StripsOptions {
  readonly count: number;
  readonly seed: number;
  readonly out: string;
  readonly validation: boolean;
  readonly strokes: string | undefined;
  readonly threads: number;
  readonly labelled: string | undefined;
}

/** How many strips lie in one file. */
const STRIPS_PER_FILE = 2048;

/** Of so many pages one is kept for validation. */
const VALIDATION_PAGE = 8;

/** Writes the strips of labelled pictures that show one line each. */
async function cutStripFiles(folder: string, { out, validation }: StripsOptions): Promise<void> {
  const examples = listLineExamples(folder);
  const pages = [...new Set(examples.map(({ page }) => page))].sort();
  const kept = new Set(pages.filter((_, place) => place % VALIDATION_PAGE === 0));
  const chosen = examples.filter(({ page }) => kept.has(page) === validation);
  const progress = startProgress('cutting strips', chosen.length, 'pictures');
  const strips: LabelledStrip[] = [];
  for (const [done, example] of chosen.entries()) {
    const cut = await stripsOfLine(folder, example);
    strips.push(...(validation ? cut.slice(1, 2) : cut));
    progress.update(done + 1);
  }
  progress.end();
  writeStrips(out, 0, strips);
}

async function makeStripFiles(options: StripsOptions): Promise<void> {
  const { count, seed, out, validation: isValidation, strokes, threads } = options;
  if (options.labelled !== undefined) return cutStripFiles(options.labelled, options);
  const { training, validation } = splitTraining((await loadMnist()).train);
  const source = startExampleMaker(
    {
      kind: 'strip',
      digits: isValidation ? validation : training,
      strokes,
      writers: isValidation ? 'validation' : 'training',
      seed,
    },
    threads,
  );
  await writeExamples(source, {
    name: 'strips',
    count,
    countPerFile: STRIPS_PER_FILE,
    has: (first) => hasStrips(out, first),
    write: (first, strips) => {
      writeStrips(out, first, strips);
    },
  });
}

/** The command that writes strips of made-up lines for a training outside of this project. */
export function stripsCommand(): Command {
  return new Command('strips')
    .description('Write strips of generated lines for scripts/train_line_reader.py')
    .option('--count <number>', 'number of strips', wholeNumberFrom(1), 65_536)
    .option('--seed <number>', 'seed of everything random', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'folder to write; existing strips are kept', 'out/strips')
    .option('--threads <number>', 'number of threads', wholeNumberFrom(1), 1)
    .option('--validation', 'use digits and writers that are not trained on', false)
    .option('--strokes <folder>', 'also use recorded handwriting; see docs/pages.md')
    .option('--labelled <folder>', 'cut strips out of labelled pictures of single lines instead')
    .action(makeStripFiles);
}
