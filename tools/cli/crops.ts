import { Command } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { splitTraining } from '../../src/digits/split';
import { startCropMaker } from '../../src/learning/detector/cropMaker';
import { startProgress } from '../../src/cli/progress';
import { hasCrops, writeCrops } from '../../src/learning/detector/cropFile';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';

interface CropsOptions {
  readonly count: number;
  readonly seed: number;
  readonly out: string;
  readonly validation: boolean;
  readonly strokes: string | undefined;
  readonly threads: number;
}

/** How many crops lie in one file. */
const CROPS_A_FILE = 1024;

async function makeCropFiles(options: CropsOptions): Promise<void> {
  const { count, seed, out, validation: isValidation, strokes, threads } = options;
  const { training, validation } = splitTraining((await loadMnist()).train);
  const source = startCropMaker(isValidation ? validation : training, seed, strokes, threads);
  const progress = startProgress('making crops', count, 'crops');
  try {
    for (let first = 0; first < count; first += CROPS_A_FILE) {
      const size = Math.min(CROPS_A_FILE, count - first);
      if (!hasCrops(out, first)) writeCrops(out, first, await source.makeCrops(first, size));
      progress.update(first + size);
    }
  } finally {
    progress.end();
    await source.stop();
  }
}

/** The command that writes crops of made-up pages for a training outside of this project. */
export function cropsCommand(): Command {
  return new Command('crops')
    .description('Write crops of made-up pages, for scripts/train_detector.py to learn from')
    .option('--count <number>', 'how many crops', wholeNumberFrom(1), 65_536)
    .option('--seed <number>', 'decides everything', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'where to; crops that lie there already are kept', 'out/crops')
    .option('--threads <number>', 'how many threads make them', wholeNumberFrom(1), 1)
    .option('--validation', "of MNIST's validation digits, not of its training digits", false)
    .option('--strokes <folder>', 'recorded handwriting, too; see docs/pages.md')
    .action(makeCropFiles);
}
