import { Command } from 'commander';
import { answersOf } from '../classifier/evaluation/evaluation';
import { DEFAULT_MODEL, loadClassifier } from '../classifier/folder/loadClassifier';
import { readDigitTable } from '../digits/digitTable';
import { preferThroughput } from '../engine/preferThroughput';
import { writeWhole } from '../files/wholeFile';
import { usableDigits } from './usableDigits';

interface ClassifyOptions {
  readonly csv: string;
  readonly model: string;
  readonly normalize: boolean;
  readonly out: string;
}

async function classifyTable({ csv, model, normalize, out }: ClassifyOptions): Promise<void> {
  const digits = usableDigits(readDigitTable(csv), { name: csv, normalize });
  preferThroughput();
  const classify = await loadClassifier(model);
  const answers = answersOf(await classify(digits.images, digits.count));
  const rows = Array.from(answers, (answer, index) => `${index + 1},${answer}\n`);
  writeWhole(out, `ImageId,Label\n${rows.join('')}`);
  console.log(`${out}: ${digits.count} answers`);
}

/** The command that answers a table of digits. */
export function classifyCommand(): Command {
  return new Command('classify')
    .description('Classify the digits of a table, in the format of Kaggle\'s "Digit Recognizer"')
    .requiredOption(
      '--csv <file>',
      'CSV with one row per digit (pixel0, pixel1, …), may be gzipped; labels are ignored',
    )
    .requiredOption('--out <file>', 'file for the answers: CSV with ImageId and Label')
    .option('--model <name>', 'name of a model in models, or its folder', DEFAULT_MODEL)
    .option(
      '--normalize',
      'normalise each digit like MNIST first: any size, dark or light ink',
      false,
    )
    .action(classifyTable);
}
