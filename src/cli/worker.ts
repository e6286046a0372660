import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { createChunkReader } from '../batch/chunkReader';
import type { ChunkTask } from '../batch/chunkTask';
import { READ_CHUNK } from '../batch/queueReader';
import { startJobWorker, withoutPassword, type DoJob } from '../processes/jobQueue';
import { runTrialElsewhere, TRAIN_TRIAL } from '../processes/runSweep';
import type { TrialTask } from '../processes/trialProcess';
import { wholeNumberFrom } from './parseWholeNumber';

interface WorkerOptions {
  readonly queue: string;
  readonly processes: number;
}

/** The command that works for `batch --queue` and `sweep --queue`. */
export function workerCommand(): Command {
  return new Command('worker')
    .description(
      'Read pictures and train for those who call `batch --queue` and `sweep --queue`, until it is stopped. SIGTERM ' +
        'or Ctrl-C lets it end what it is at; a second one ends it at once, and another worker takes over.',
    )
    .requiredOption('--queue <url>', 'the Redis server: redis://host:port')
    .option(
      '--processes <number>',
      'how many jobs to do at once (default: one a core)',
      wholeNumberFrom(1),
      availableParallelism(),
    )
    .action(work);
}

async function work({ queue, processes }: WorkerOptions): Promise<void> {
  const threads = Math.max(1, Math.floor(availableParallelism() / processes));
  const reader = createChunkReader(threads);
  const kinds: Readonly<Record<string, DoJob>> = {
    [READ_CHUNK]: (data, tell) => reader.read(data as ChunkTask, tell),
    [TRAIN_TRIAL]: (data, tell) => runTrialElsewhere(data as TrialTask, threads, tell),
  };
  let done = 0;
  const close = await startJobWorker(queue, kinds, processes, (name, error) => {
    done++;
    if (error !== undefined) console.error(`${name}: ${error}`);
  });
  console.error(`working for ${withoutPassword(queue)}, ${processes} jobs at once`);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, resolve);
  });
  console.error(`${signal}: ending what is under way …`);
  await close();
  reader.stop();
  console.error(`${done} jobs done`);
}
