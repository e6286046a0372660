import { Command } from 'commander';
import { preferThroughput } from '../../src/engine/preferThroughput';
import { growthOf, soak, type Held } from '../faults/soak';
import { startProgress, type Progress } from '../../src/cli/progress';
import { alignColumns } from '../../src/cli/alignColumns';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';

interface SoakCommandOptions {
  readonly epochs: number;
  readonly steps: number;
  readonly seed: number;
}

/** Bytes that memory may differ by without anything being kept. */
const NOISE = 8e6;

/** How many epochs are told. */
const TOLD = 10;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function rowOf({ epoch, tensors, resident, heap }: Held): string[] {
  return [String(epoch), String(tensors), megabytes(resident), megabytes(heap)];
}

async function run(options: SoakCommandOptions): Promise<void> {
  preferThroughput();
  let progress: Progress | undefined;
  const held = await soak({
    ...options,
    onEpoch: ({ epoch }) => {
      // TensorFlow prints something before its first step, which must not stand in the bar.
      progress ??= startProgress('Training', options.epochs * options.steps, 'steps');
      progress.update(epoch * options.steps);
    },
  });
  progress?.end();
  const every = Math.max(1, Math.floor(options.epochs / TOLD));
  const told = held.filter(({ epoch }) => epoch % every === 0);
  console.log(
    alignColumns([['epoch', 'tensors', 'resident', 'heap'], ...told.map(rowOf)]).join('\n'),
  );
  const [tensors, resident, heap] = (['tensors', 'resident', 'heap'] as const).map((of) =>
    growthOf(held, of),
  );
  console.log(
    `from the second quarter to the last: ${tensors} tensors, ${megabytes(resident)} resident, ${megabytes(heap)} heap`,
  );
  if (tensors > 0 || resident > NOISE || heap > NOISE) process.exitCode = 1;
}

/** The command that trains for very many epochs, and sees whether memory grows. */
export function soakCommand(): Command {
  return new Command('soak')
    .description('Train for many short epochs and check that tensors and memory do not grow')
    .option('--epochs <number>', 'number of epochs, at most 999', wholeNumberFrom(4), 900)
    .option('--steps <number>', 'steps per epoch', wholeNumberFrom(1), 4)
    .option('--seed <number>', 'seed of everything random', wholeNumberFrom(0), 1)
    .action(run);
}
