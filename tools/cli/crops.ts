import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { startCropMaker } from '../../src/learning/detector/cropMaker';
import { hasCrops, writeCrops } from '../../src/learning/detector/cropFile';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { writeExamples } from './writeExamples';

interface CropsOptions {
  readonly count: number;
  readonly seed: number;
  readonly out: string;
  readonly validation: boolean;
  readonly strokes: string | undefined;
  readonly threads: number;
}

/** How many crops lie in one file. */
const CROPS_PER_FILE = 1024;

async function makeCropFiles(options: CropsOptions): Promise<void> {
  const { count, seed, out, validation: isValidation, strokes, threads } = options;
  const { training, validation } = splitTraining((await loadMnist()).train);
  const source = startCropMaker(isValidation ? validation : training, seed, strokes, threads);
  await writeExamples(source, {
    name: 'crops',
    count,
    countPerFile: CROPS_PER_FILE,
    has: (first) => hasCrops(out, first),
    write: (first, crops) => {
      writeCrops(out, first, crops);
    },
  });
}

/** The command that writes crops of made-up pages for a training outside of this project. */
export function cropsCommand(): Command {
  return new Command('crops')
    .description('Write crops of generated pages for scripts/train_detector.py')
    .option('--count <number>', 'number of crops', wholeNumberFrom(1), 65_536)
    .option('--seed <number>', 'seed of everything random', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'folder to write; existing crops are kept', 'out/crops')
    .option('--threads <number>', 'number of threads', wholeNumberFrom(1), 1)
    .option('--validation', "use MNIST's validation digits instead of its training digits", false)
    .option('--strokes <folder>', 'also use recorded handwriting; see docs/pages.md')
    .action(makeCropFiles);
}
