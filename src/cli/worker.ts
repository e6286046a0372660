import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { createChunkReader } from '../batch/chunkReader';
import { checkChunkTask } from '../batch/chunkTask';
import { READ_CHUNK } from '../batch/queueReader';
import { keepInside } from '../files/pathCheck';
import { oneLine } from '../numbers/quote';
import { startJobWorker, type DoJob } from '../processes/jobQueue';
import { readQueueAddress } from '../processes/queueAddress';
import { runTrialElsewhere } from '../classifier/sweep/runSweep';
import { taskOf, TRAIN_TRIAL } from '../classifier/sweep/sweepJob';
import { wholeNumberFrom } from './parseWholeNumber';
import { queueOption } from './queueOption';

interface WorkerOptions {
  readonly queue: string;
  readonly root: readonly string[];
  readonly processes: number;
}

/** The command that works for `batch --queue` and `sweep --queue`. */
export function workerCommand(): Command {
  return new Command('worker')
    .description(
      'Work for `batch --queue` and `sweep --queue` until stopped. SIGTERM or Ctrl-C finishes the current chunk; ' +
        'a second one stops immediately, and another worker takes over.',
    )
    .addOption(queueOption('the Redis server').makeOptionMandatory())
    .addOption(
      new Option('--root <folders...>', 'folders that jobs may read from and write to').default(
        ['.'],
        'the current folder',
      ),
    )
    .addOption(
      new Option('--processes <number>', 'number of parallel jobs')
        .argParser(wholeNumberFrom(1))
        .default(availableParallelism(), 'one per core'),
    )
    .action(work);
}

async function work({ queue, root, processes }: WorkerOptions): Promise<void> {
  const threads = Math.max(1, Math.floor(availableParallelism() / processes));
  const check = keepInside(
    root.map((folder) => resolve(folder)),
    'start the worker with another --root to allow it',
  );
  const reader = createChunkReader(threads);
  const kinds: Readonly<Record<string, DoJob>> = {
    [READ_CHUNK]: async (data, tell) => reader.read(checkChunkTask(data, check), tell),
    [TRAIN_TRIAL]: async (data, tell) => runTrialElsewhere(taskOf(data, check), threads, tell),
  };
  let done = 0;
  const close = await startJobWorker(queue, kinds, processes, (name, error) => {
    done++;
    if (error !== undefined) console.error(oneLine(`${name}: ${error}`));
  });
  console.error(`working for ${readQueueAddress(queue).shown}, ${processes} jobs at once`);
  const signal = await new Promise<string>((hear) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, hear);
  });
  console.error(`${signal}: ending what is under way …`);
  await close();
  reader.stop();
  console.error(`${done} jobs done`);
}
