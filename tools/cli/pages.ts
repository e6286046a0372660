import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadMnist } from '../../src/digits/mnist';
import { loadPageFonts } from '../../src/pages/text/pageFonts';
import { createDigitPool } from '../../src/pages/hand/digitPool';
import { readPenWriters } from '../../src/pages/hand/strokeFolder';
import { generateCrop } from '../../src/learning/detector/generateCrop';
import { generatePage, pageContents } from '../../src/pages/generatePage';
import { labelJson } from '../../src/pages/labels/labelFile';
import { linesOf } from '../../src/pages/labels/truth';
import type { LabelledPage } from '../../src/pages/labelledPage';
import type { Content } from '../../src/pages/traits';
import type { Picture } from '../../src/picture/picture';
import { createRandom } from '../../src/numbers/random';
import { splitTraining } from '../../src/digits/split';
import { encodeJpeg } from '../../src/picture/file/encodeJpeg';
import { writePicture } from '../../src/picture/file/writePicture';
import { contactSheet } from '../../src/view/contactSheet';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { writeWhole } from '../../src/files/wholeFile';
import { makeFolder } from '../../src/files/makeFolder';

interface PagesOptions {
  readonly count: number;
  readonly seed: number;
  readonly out: string;
  readonly validation: boolean;
  readonly strokes: string | undefined;
  readonly only: readonly Content[];
}

/** How many pages and crops the contact sheets show, and the pixels of each. */
const shown = {
  pages: 24,
  pageSide: 320,
  pageColumns: 6,
  crops: 50,
  cropSide: 192,
  cropColumns: 10,
};

function labelOf({ picture, truth, content, surface }: LabelledPage): object {
  const lineCount = linesOf(truth).length;
  const kind = truth.digits.length === 1 ? 'single' : lineCount === 1 ? 'line' : 'page';
  return {
    ...labelJson(truth),
    kind,
    notes: `${content} on ${surface}`,
    source: 'generated',
    licence: 'MIT',
    size: [picture.width, picture.height],
  };
}

function writeSheet(path: string, picture: Picture): void {
  writeWhole(path, encodeJpeg(picture, 70));
  console.log(path);
}

async function writePages(options: PagesOptions): Promise<void> {
  const { count, seed, out, validation: isValidation, strokes, only } = options;
  const { training, validation } = splitTraining((await loadMnist()).train);
  const writers = strokes === undefined ? [] : readPenWriters(strokes);
  const pool = createDigitPool(isValidation ? validation : training, loadPageFonts(), writers);
  const random = createRandom(seed);
  makeFolder(out);
  const labels: Record<string, object> = {};
  const pictures: Picture[] = [];
  for (let number = 1; number <= count; number++) {
    const name = `page-${String(number).padStart(4, '0')}.png`;
    const page = generatePage(pool, random.fork(), only);
    writePicture(join(out, name), page.picture);
    labels[name] = labelOf(page);
    if (pictures.length < shown.pages) pictures.push(page.picture);
    console.error(`${name}: ${linesOf(page.truth).join(' ') || 'no digits'}`);
  }
  writeWhole(join(out, 'labels.json'), `${JSON.stringify(labels, null, 1)}\n`);
  console.log(join(out, 'labels.json'));
  const sheet = contactSheet(pictures, shown.pageSide, shown.pageColumns);
  writeSheet(join(out, 'pages.jpg'), sheet);
  const crops = Array.from(
    { length: shown.crops },
    () => generateCrop(pool, random.fork()).picture,
  );
  writeSheet(join(out, 'crops.jpg'), contactSheet(crops, shown.cropSide, shown.cropColumns));
}

/** The command that writes made-up photos and scans of handwritten numbers, with what is to be read. */
export function pagesCommand(): Command {
  return new Command('pages')
    .description('Write generated photos and scans of handwritten numbers, with labels')
    .option('--count <number>', 'number of pages', wholeNumberFrom(1), 20)
    .option('--seed <number>', 'seed of everything random', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'folder to write', 'out/pages')
    .option('--validation', "use MNIST's validation digits instead of its training digits", false)
    .option('--strokes <folder>', 'write half of them with recorded handwriting; see docs/pages.md')
    .addOption(
      new Option('--only <contents...>', 'only pages with these contents')
        .choices(pageContents)
        .default(pageContents, 'everything'),
    )
    .action(writePages);
}
