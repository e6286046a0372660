import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadMnist } from '../data/mnist';
import { makeModel } from '../model/makeModel';
import { presetNames, presets } from '../model/presets';
import type { EpochResult } from '../model/epochResult';
import { startProgress, type Progress } from '../setup/progress';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from './percent';

interface TrainOptions {
  readonly preset: string;
  readonly epochs?: number;
  readonly seed: number;
  readonly out?: string;
  readonly resume: boolean;
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

async function train({ preset, epochs, seed, out, resume }: TrainOptions): Promise<void> {
  const folder = out ?? join('out', 'models', preset);
  const mnist = await loadMnist();
  console.error(`MNIST from ${mnist.origin}; training ${preset} with seed ${seed} into ${folder}`);
  let progress: Progress | undefined;
  const card = await makeModel(mnist, {
    preset,
    seed,
    folder,
    resume,
    ...(epochs !== undefined && { overrides: { epochs } }),
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
  });
  const { validation, test, bestEpoch, trainingSeconds, temperature } = card;
  console.log(
    [
      `model:               ${folder}`,
      `best epoch:          ${bestEpoch} of ${card.history.length}, ${trainingSeconds.toFixed(1)} s of training`,
      `temperature:         ${temperature.toFixed(3)}`,
      `validation accuracy: ${percent(validation.accuracy)} of ${validation.count}`,
      `test accuracy:       ${percent(test.accuracy)} of ${test.count}, nll ${test.nll.toFixed(4)}, ece ${percent(test.ece)}`,
    ].join('\n'),
  );
}

/** The command that trains a preset and saves the model with its card. */
export function trainCommand(): Command {
  const described = presetNames.map((name) => `  ${name}: ${presets[name].description}`);
  return new Command('train')
    .description('Train a network on MNIST and save it with a card of how it was made')
    .addOption(
      new Option('--preset <name>', 'the network and its recipe')
        .choices(presetNames)
        .default('standard'),
    )
    .option(
      '--epochs <number>',
      "how often to see every digit, instead of the preset's number",
      wholeNumberFrom(1),
    )
    .option(
      '--seed <number>',
      'equal seeds give equal models on one engine and machine',
      wholeNumberFrom(0),
      1,
    )
    .option('--out <folder>', 'where to save the model (default: out/models/PRESET)')
    .option('--resume', 'go on with a training that was stopped', false)
    .addHelpText('after', `\nPresets:\n${described.join('\n')}`)
    .action(train);
}
