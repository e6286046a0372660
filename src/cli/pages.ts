import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadMnist } from '../digits/mnist';
import { loadPageFonts } from '../pages/text/pageFonts';
import { createDigitPool } from '../pages/hand/digitPool';
import { readPenWriters } from '../pages/hand/strokeFolder';
import { generateCrop } from '../reader/training/generateCrop';
import { generatePage, pageContents } from '../pages/generatePage';
import { labelJson } from '../pages/labels/labelFile';
import { linesOf } from '../pages/labels/truth';
import type { LabelledPage } from '../pages/labelledPage';
import type { Content } from '../pages/traits';
import type { Picture } from '../picture/picture';
import { createRandom } from '../numbers/random';
import { splitTraining } from '../digits/split';
import { encodeJpeg } from '../picture/file/encodeJpeg';
import { writePicture } from '../picture/file/writePicture';
import { contactSheet } from '../view/contactSheet';
import { wholeNumberFrom } from './parseWholeNumber';
import { writeWhole } from '../files/wholeFile';
import { makeFolder } from '../files/makeFolder';

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
    .description('Write made-up photos and scans of handwritten numbers, with what is to be read')
    .option('--count <number>', 'how many pages', wholeNumberFrom(1), 20)
    .option('--seed <number>', 'decides everything', wholeNumberFrom(0), 1)
    .option('--out <folder>', 'where to', 'out/pages')
    .option(
      '--validation',
      "written with MNIST's validation digits, not its training digits",
      false,
    )
    .option(
      '--strokes <folder>',
      'half of them by people whose pen was recorded; see docs/pages.md',
    )
    .addOption(
      new Option('--only <contents...>', 'pages of nothing else')
        .choices(pageContents)
        .default(pageContents, 'everything'),
    )
    .action(writePages);
}
