import { Command } from 'commander';
import { degradations, degrade } from '../../src/digits/degrade';
import { sliceDigits, type DigitSet } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import { drawNonDigits } from '../../src/digits/nonDigits';
import { createRandom } from '../../src/numbers/random';
import { splitTraining } from '../../src/digits/split';
import { preferThroughput } from '../../src/engine/preferThroughput';
import { evaluate, type Evaluation } from '../../src/classifier/evaluation/evaluation';
import { DEFAULT_MODEL, loadClassifier } from '../../src/classifier/folder/loadClassifier';
import {
  evaluateDegraded,
  measureNonDigits,
  type DegradedResult,
  type NonDigitResult,
} from '../../src/classifier/evaluation/robustness';
import type { Figure } from '../../src/view/figure';
import { digitGridFigure } from '../../src/view/figures/digitGridFigure';
import { markdownTable } from '../../src/view/markdownTable';
import { percent } from '../../src/numbers/percent';
import { pageArgument, writePage } from './writePage';

/** All that a page tells of a model. */
interface Measured {
  readonly model: string;
  readonly digits: DigitSet;
  readonly undamaged: Evaluation;
  readonly damaged: readonly DegradedResult[];
  readonly nonDigits: readonly NonDigitResult[];
}

const SEED = 1;
const NON_DIGITS = 1000;

/** One digit in every damage, and one image of each kind that shows none. */
function examplesFigure({ digits, damaged, nonDigits }: Measured): Figure {
  const five = digits.labels.indexOf(5);
  const example = sliceDigits(digits, five, five + 1);
  const images = [
    ...damaged.map(
      ({ kind, strength }) =>
        degrade(example, degradations[kind], strength, createRandom(SEED)).images,
    ),
    ...nonDigits.map(({ kind }) => drawNonDigits(kind, 1, createRandom(SEED))),
  ];
  const captions = [
    ...damaged.map(
      ({ kind, strength, accuracy, confidence }) =>
        `${kind} ${strength}<br>right ${percent(accuracy)}<br>sure ${percent(confidence)}`,
    ),
    ...nonDigits.map(({ kind, confidence }) => `${kind}<br>sure ${percent(confidence)}`),
  ];
  const examples = { ...example, count: images.length, images: Buffer.concat(images) };
  return digitGridFigure(examples, {
    title: 'How often right, and how sure',
    captions,
    columns: 8,
  });
}

function describe(measured: Measured, picture: string): string[] {
  const { model, digits, undamaged, damaged, nonDigits } = measured;
  const figures = ({ accuracy, confidence, ece }: Evaluation): string[] =>
    [accuracy, confidence, ece].map(percent);
  return [
    '# Confidence on damaged digits',
    `Accuracy and confidence of the model \`${model}\` on MNIST's ${digits.count.toLocaleString('en')} validation digits, damaged, and on images without a digit. ` +
      'A well-calibrated network loses confidence as it loses accuracy, and its calibration error stays small.',
    `![Examples of every damage](${picture})`,
    markdownTable([
      ['damage', 'strength', 'accuracy', 'mean confidence', 'calibration error'],
      ['none', '', ...figures(undamaged)],
      ...damaged.map((result) => [result.kind, result.strength, ...figures(result)]),
    ]),
    Object.entries(degradations)
      .map(([kind, { description }]) => `- **${kind}**: ${description}`)
      .join('\n'),
    `Images without a digit have no right answer and should get a low confidence (${NON_DIGITS.toLocaleString('en')} images each):`,
    markdownTable([
      ['image', 'mean confidence', 'confidence of 90 % or more'],
      ...nonDigits.map(({ kind, confidence, sureShare }) => [
        kind,
        percent(confidence),
        percent(sureShare),
      ]),
    ]),
    'Command:',
    ['```bash', `npm run degrade -- --model ${model}`, '```'].join('\n'),
  ];
}

async function measureDegraded(path: string, { model }: { model: string }): Promise<void> {
  preferThroughput();
  const { validation: digits } = splitTraining((await loadMnist()).train);
  const classify = await loadClassifier(model);
  const measured = {
    model,
    digits,
    undamaged: evaluate(await classify(digits.images, digits.count), digits.labels),
    damaged: await evaluateDegraded(classify, digits, SEED),
    nonDigits: await measureNonDigits(classify, NON_DIGITS, SEED),
  };
  await writePage(path, examplesFigure(measured), (picture) => describe(measured, picture));
  console.log(path);
}

/** The command that writes a page of how a model's confidence follows what can be read. */
export function degradeCommand(): Command {
  return new Command('degrade')
    .description(
      "Write a page with a model's confidence on damaged digits and images without a digit",
    )
    .addArgument(pageArgument('out/degraded-digits.md'))
    .option('--model <name>', 'name of a model in models, or a model folder', DEFAULT_MODEL)
    .action(measureDegraded);
}
