import { Command } from 'commander';
import { disputedLabels } from '../../src/digits/disputedLabels';
import type { DigitSet } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import { preferThroughput } from '../../src/engine/preferThroughput';
import { findMistakes, type Mistake } from '../../src/classifier/evaluation/evaluation';
import { DEFAULT_MODEL, loadClassifier } from '../../src/classifier/folder/loadClassifier';
import type { Figure } from '../../src/view/figure';
import { digitGridFigure } from '../../src/view/figures/digitGridFigure';
import { markdownTable } from '../../src/view/markdownTable';
import { percent } from '../../src/numbers/percent';
import { pageArgument, writePage } from './writePage';

/** What five people read in a test digit, where most of them disagree with its label. */
const readings = new Map(disputedLabels.map(({ index, readings }) => [index, readings]));

function mistakesFigure(test: DigitSet, mistakes: readonly Mistake[], model: string): Figure {
  return digitGridFigure(test, {
    title: `Test digits missed by ${model}`,
    indices: mistakes.map(({ index }) => index),
    captions: mistakes.map(({ index, label, answer, confidence }) => {
      const star = readings.has(index) ? '*' : '';
      return `#${index}<br>${label}${star}, not ${answer}<br>${percent(confidence)}`;
    }),
  });
}

function describe(mistakes: readonly Mistake[], model: string, picture: string): string[] {
  const disputed = mistakes.filter(({ index }) => readings.has(index));
  const shared = disputed.filter(({ index, answer }) => {
    const same = Array.from(readings.get(index)!).filter((reading) => reading === String(answer));
    return same.length >= 3;
  });
  return [
    '# Misclassified test digits',
    `The model \`${model}\` misclassifies these ${mistakes.length} of MNIST's 10,000 test digits, most confident first. ` +
      'Captions give the index, the label, the answer and its confidence.',
    `![The missed digits](${picture})`,
    `A star marks labels that most people disagree with. Northcutt, Athalye and Mueller ([arXiv 2103.14749](https://arxiv.org/abs/2103.14749)) ` +
      `found ${disputedLabels.length} of them: five people chose between the label, another digit and neither (\`?\`). ` +
      `The model misses ${disputed.length} of these; for ${shared.length}, at least three people agree with the model.`,
    markdownTable([
      ['index', 'label', 'answer', 'confidence', 'five people read'],
      ...mistakes.map(({ index, label, answer, confidence }) => [
        index,
        label,
        answer,
        percent(confidence),
        Array.from(readings.get(index) ?? '').join(' '),
      ]),
    ]),
    'Command:',
    ['```bash', `npm run mistakes -- --model ${model}`, '```'].join('\n'),
  ];
}

async function writeMistakes(path: string, { model }: { model: string }): Promise<void> {
  preferThroughput();
  const { test } = await loadMnist();
  const classify = await loadClassifier(model);
  const mistakes = findMistakes(await classify(test.images, test.count), test.labels);
  const figure = mistakesFigure(test, mistakes, model);
  await writePage(path, figure, (picture) => describe(mistakes, model, picture));
  console.log(`${path}: ${mistakes.length} of ${test.count} test digits missed`);
}

/** The command that writes a page of the test digits a model misses. */
export function mistakesCommand(): Command {
  return new Command('mistakes')
    .description('Write a page that shows the test digits a model misclassifies')
    .addArgument(pageArgument('out/missed-digits.md'))
    .option('--model <name>', 'name of a model in models, or a model folder', DEFAULT_MODEL)
    .action(writeMistakes);
}
