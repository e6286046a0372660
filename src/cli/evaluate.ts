import { Command } from 'commander';
import { readDigitSet, type DigitSet } from '../digits/digitSet';
import { readLabelledTable } from '../digits/digitTable';
import { loadMnist } from '../digits/mnist';
import { preferThroughput } from '../engine/preferThroughput';
import { coverageAt, coverageCurve, type CoveragePoint } from '../classifier/evaluation/coverage';
import { evaluate, type Evaluation } from '../classifier/evaluation/evaluation';
import { DEFAULT_MODEL, loadClassifier } from '../classifier/folder/loadClassifier';
import { percent } from '../numbers/percent';
import { usableDigits } from './usableDigits';

interface EvaluateOptions {
  readonly model: string;
  readonly images?: string;
  readonly labels?: string;
  readonly csv?: string;
  readonly normalize: boolean;
  readonly json: boolean;
}

async function readDigits({ images, labels, csv }: EvaluateOptions): Promise<DigitSet> {
  if (csv !== undefined) return readLabelledTable(csv);
  return images && labels ? readDigitSet(images, labels) : (await loadMnist()).test;
}

async function loadDigits(options: EvaluateOptions): Promise<DigitSet> {
  const { csv, images, normalize } = options;
  return usableDigits(await readDigits(options), { name: csv ?? images ?? 'MNIST', normalize });
}

const column = (share: number): string => percent(share).padStart(8);

function report(result: Evaluation, coverage: readonly CoveragePoint[]): string {
  const { count, accuracy, confidence, nll, ece, perClass, confusion } = result;
  const cells = (values: readonly (number | string)[]): string =>
    values.map((value) => String(value).padStart(5)).join('');
  return [
    `digits      ${count}`,
    `accuracy    ${column(accuracy)}`,
    `confidence  ${column(confidence)}`,
    `nll         ${nll.toFixed(4)}`,
    `ece         ${column(ece)}`,
    '',
    'digit  count  precision  recall    f1',
    ...perClass.map(
      ({ digit, support, precision, recall, f1 }) =>
        `${digit}      ${String(support).padStart(5)}  ${column(precision)}  ${column(recall)}  ${column(f1)}`,
    ),
    '',
    'rows: the digit, columns: the answer',
    `  ${cells([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])}`,
    ...confusion.map((row, digit) => `${digit} ${cells(row)}`),
    '',
    'rejected  least confidence  answers left  right of them',
    ...coverage.map(
      ({ rejected, threshold, count: left, accuracy: right }) =>
        `${column(rejected)}  ${column(threshold).padStart(16)}  ${String(left).padStart(12)}  ${column(right).padStart(13)}`,
    ),
  ].join('\n');
}

async function run(options: EvaluateOptions, command: Command): Promise<void> {
  const { model, images, labels, csv, json } = options;
  if (!images !== !labels)
    command.error('error: --images and --labels go together', { exitCode: 2 });
  if (images && csv) command.error('error: --images and --csv exclude each other', { exitCode: 2 });
  const digits = await loadDigits(options);
  preferThroughput();
  const classify = await loadClassifier(model);
  const probabilities = await classify(digits.images, digits.count);
  const result = evaluate(probabilities, digits.labels);
  const coverage = coverageAt(coverageCurve(probabilities, digits.labels));
  const { count, accuracy, confidence, nll, ece, perClass, confusion } = result;
  const figures = { count, accuracy, confidence, nll, ece, perClass, confusion, coverage };
  console.log(json ? JSON.stringify(figures) : report(result, coverage));
}

/** The command that measures a model on MNIST's test digits or on any others. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description("Evaluate a model on MNIST's test digits, a pair of IDX files, or a table")
    .option(
      '--model <name>',
      'name of a model in models, its folder (also tfjs), or a Keras file (.keras or .h5)',
      DEFAULT_MODEL,
    )
    .option('--images <file>', 'IDX file of shape [count, height, width]; may be gzipped')
    .option('--labels <file>', 'IDX file of shape [count]; may be gzipped')
    .option('--csv <file>', "CSV in the format of Kaggle's Digit Recognizer; may be gzipped")
    .option(
      '--normalize',
      'normalise each digit like MNIST first: any size, dark or light ink',
      false,
    )
    .option('--json', 'print one JSON object', false)
    .action(run);
}
