import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import { countClasses } from '../digits/classCounts';
import type { DigitSet } from '../digits/digitSet';
import { decodeDigitTable, demandLabels } from '../digits/digitTable';
import { readMaybeGzipped } from '../digits/idx';
import { loadMnist } from '../digits/mnist';
import { splitTraining, type TrainingSplit } from '../digits/split';
import { splitTable } from '../digits/splitTable';
import { preferThroughput } from '../engine/preferThroughput';
import { makeEnsemble, makeModel } from '../classifier/makeModel';
import type { DataSource, TrainingLog } from '../classifier/folder/modelCard';
import { saveCard } from '../classifier/folder/modelFolder';
import { ensembles, isEnsemble, presets } from '../classifier/settings/presets';
import type { TrainingOptions } from '../classifier/trainNetwork';
import type { EpochResult } from '../classifier/epochResult';
import { sha256 } from '../files/wholeFile';
import { evaluateOnEngines } from '../classifier/folder/evaluateOnEngines';
import { startProgress, type Progress } from './progress';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from '../numbers/percent';
import { usableDigits } from './usableDigits';

interface TrainOptions {
  readonly preset: string;
  readonly epochs?: number;
  readonly seed: number;
  readonly out?: string;
  readonly resume: boolean;
  readonly force: boolean;
  readonly csv?: string;
}

/** Digits to learn from, to choose by and to test, and where they are from. */
interface TrainingDigits extends TrainingSplit {
  readonly test: DigitSet;
  readonly origin: string;
  /** What the card says of them where they are not MNIST's. */
  readonly source?: DataSource;
}

/** Digits to train with: MNIST's, or those of a table. */
async function loadDigits(csv: string | undefined): Promise<TrainingDigits> {
  if (csv === undefined) {
    const { train, test, origin } = await loadMnist();
    return { ...splitTraining(train), test, origin };
  }
  const content = readMaybeGzipped(csv);
  const given = demandLabels(decodeDigitTable(content, csv), csv);
  const digits = usableDigits(given, { name: csv });
  const missing = countClasses(digits.labels).flatMap((count, digit) =>
    count === 0 ? [digit] : [],
  );
  if (missing.length > 0) {
    console.error(
      `${csv}: shows no ${missing.join(', ')}: the network does not learn what it never sees`,
    );
  }
  return {
    ...splitTable(digits, csv),
    origin: csv,
    source: { name: basename(csv), files: { [basename(csv)]: sha256(content) } },
  };
}

function epochLine({
  epoch,
  loss,
  validationLoss,
  validationAccuracy,
  seconds,
}: EpochResult): string {
  return (
    `epoch ${epoch}: loss ${loss.toFixed(4)}, validation loss ${validationLoss.toFixed(4)}, ` +
    `validation accuracy ${percent(validationAccuracy)}, ${seconds.toFixed(1)} s`
  );
}

/** Draws how far a training is, to stderr. */
function reporter(): Required<Pick<TrainingOptions, 'onStep' | 'onResume' | 'onEpoch'>> {
  let progress: Progress | undefined;
  return {
    onResume: (history) => {
      console.error(`epochs 1 to ${history.length} are kept`);
    },
    onStep: ({ step, steps, epoch, epochs }) => {
      const stepsAnEpoch = steps / epochs;
      progress ??= startProgress(`epoch ${epoch} of ${epochs}`, stepsAnEpoch, 'steps');
      progress.update(step - (epoch - 1) * stepsAnEpoch);
    },
    onEpoch: (history) => {
      progress?.end();
      progress = undefined;
      console.error(epochLine(history[history.length - 1]));
    },
  };
}

function trainingLine({ preset, seed, bestEpoch, history, seconds }: TrainingLog): string {
  return `${preset}, seed ${seed}, best epoch ${bestEpoch} of ${history.length}, ${seconds.toFixed(1)} s`;
}

async function train({
  preset,
  epochs,
  seed,
  out,
  resume,
  force,
  csv,
}: TrainOptions): Promise<void> {
  preferThroughput();
  const folder = out ?? join('out', 'models', preset);
  const { source, origin, ...digits } = await loadDigits(csv);
  console.error(`digits from ${origin}; training ${preset} into ${folder}`);
  const options = {
    folder,
    resume,
    replace: force,
    ...(source && { source }),
    ...(epochs !== undefined && { overrides: { epochs } }),
    ...reporter(),
  };
  const card = isEnsemble(preset)
    ? await makeEnsemble(digits, {
        ...options,
        ensemble: preset,
        onMember: ({ preset, seed }, position, count) => {
          console.error(`network ${position + 1} of ${count}: ${preset}, seed ${seed}`);
        },
      })
    : await makeModel(digits, { ...options, preset, seed });
  const engines = await evaluateOnEngines(folder, digits.test);
  if (engines) saveCard({ ...card, engines }, folder);
  const { trainings, validation, test, temperature } = card;
  console.log(
    [
      `model:               ${folder}`,
      ...trainings.map((training) => `training:            ${trainingLine(training)}`),
      `temperature:         ${temperature.toFixed(3)}`,
      `validation accuracy: ${percent(validation.accuracy)} of ${validation.count}`,
      `test accuracy:       ${percent(test.accuracy)} of ${test.count}, nll ${test.nll.toFixed(4)}, ece ${percent(test.ece)}`,
      `engines:             ${engines ? `agree within ${engines.largestDifference.toExponential(1)}` : 'one only on this machine'}`,
    ].join('\n'),
  );
}

/** The command that trains a preset and saves the model with its card. */
export function trainCommand(): Command {
  const recipes = Object.entries({ ...presets, ...ensembles });
  const described = recipes.map(([name, { description }]) => `  ${name}: ${description}`);
  return new Command('train')
    .description('Train a network on MNIST and save it with a log of its training')
    .addOption(
      new Option('--preset <name>', 'network and hyperparameters')
        .choices(recipes.map(([name]) => name))
        .default('standard'),
    )
    .option(
      '--epochs <number>',
      "number of passes over the digits (default: the preset's)",
      wholeNumberFrom(1),
    )
    .option(
      '--seed <number>',
      'seed of the training; repeats exactly on the same engine and machine; ensembles use their own',
      wholeNumberFrom(0),
      1,
    )
    .option(
      '--csv <file>',
      "train on at least 100 digits of your own: CSV in the format of Kaggle's Digit Recognizer, may be gzipped; " +
        'a random tenth is kept for testing and another for validation',
    )
    .option('--out <folder>', 'folder for the model (default: out/models/PRESET)')
    .option('--resume', 'resume an interrupted training', false)
    .option('--force', 'replace an existing model', false)
    .addHelpText('after', `\nPresets:\n${described.join('\n')}`)
    .action(train);
}
