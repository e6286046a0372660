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
    .description(
      'Say which digits the images of a table show, as Kaggle\'s "Digit Recognizer" asks it',
    )
    .requiredOption(
      '--csv <file>',
      'CSV with a row a digit, gzipped or not: pixel0, pixel1, …; a label is left alone',
    )
    .requiredOption('--out <file>', 'where to write the answers: CSV with ImageId and Label')
    .option('--model <name>', 'a model in models, or the folder of one', DEFAULT_MODEL)
    .option(
      '--normalize',
      "bring every digit to MNIST's form first: any size, ink lighter or darker than paper",
      false,
    )
    .action(classifyTable);
}
