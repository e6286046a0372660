import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { openBatch } from '../batch/batchFolder';
import { shardOf } from '../batch/batchPicture';
import { createChunkReader } from '../batch/chunkReader';
import { readBatch, type ReadBatchOptions } from '../batch/readBatch';
import { startProgress } from './progress';
import { DEFAULT_READER } from '../reader/folder/readerFolder';
import type { DecimalMark } from '../reader/page/numberValue';
import { MIN_CONFIDENCE } from '../reader/page/readPage';
import { decimalOption } from './decimalOption';
import { findPictures } from './findPictures';
import { parseShare } from './parseShare';
import { wholeNumberFrom } from './parseWholeNumber';
import { queueOption } from './queueOption';

interface Shard {
  readonly index: number;
  readonly count: number;
}

interface BatchOptions {
  readonly out: string;
  readonly minConfidence: number;
  readonly digitsOnly: boolean;
  readonly decimal?: DecimalMark;
  readonly reader: string;
  readonly processes: number;
  readonly shard?: Shard;
  readonly queue?: string;
  readonly retryFailed: boolean;
}

function parseShard(text: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (!(index >= 1 && index <= count)) {
    throw new InvalidArgumentError(`expected a machine of so many, as in 2/8, found ${text}.`);
  }
  return { index, count };
}

/** The command that reads many pictures, on all cores or many machines, and goes on after a stop. */
export function batchCommand(): Command {
  return new Command('batch')
    .description(
      'Read many pictures on all cores into a folder of Parquet files. Run the same command again to resume. ' +
        '`collect` combines the files. Exit code 1: some pictures could not be read.',
    )
    .argument('<paths...>', 'picture files, folders or globs, as for recognize')
    .requiredOption('--out <folder>', 'folder for the results; machines may share it')
    .option(
      '--shard <i/n>',
      'read only shard i of n; every machine gets the same paths',
      parseShard,
    )
    .addOption(
      queueOption('let workers read that `worker` has started, here or elsewhere, by way of Redis'),
    )
    .addOption(
      new Option('--processes <number>', 'number of pictures to read in parallel on this machine')
        .argParser(wholeNumberFrom(1))
        .default(availableParallelism(), 'one per core'),
    )
    .option('--retry-failed', 'try pictures with an error again', false)
    .option(
      '--min-confidence <share>',
      'minimum confidence of an answer, 0 to 1',
      parseShare,
      MIN_CONFIDENCE,
    )
    .option('--digits-only', 'leave out signs such as points, commas and dashes', false)
    .addOption(decimalOption())
    .option('--reader <name>', 'name of a page reader in models, or its folder', DEFAULT_READER)
    .action(batch);
}

async function batch(paths: readonly string[], options: BatchOptions): Promise<void> {
  const { out, reader, minConfidence, digitsOnly, decimal, shard, retryFailed } = options;
  const found = await findPictures(paths);
  const files = shard ? shardOf(found, shard.index, shard.count) : found;
  const opened = openBatch(out, { reader, minConfidence, signs: !digitsOnly, decimal });
  const { stop, ...work } = await startReading(options);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      console.error(`${signal}: the same command goes on`);
      process.exit(code);
    });
  }
  const progress = startProgress('Reading', files.length, 'pictures');
  let [readHere, keptBefore] = [0, 0];
  try {
    await readBatch(files, opened, {
      ...work,
      retriesFailed: retryFailed,
      onProgress: ({ read, kept }) => {
        [readHere, keptBefore] = [read, kept];
        progress.update(read + kept, kept);
      },
    });
  } finally {
    progress.end();
    await stop();
  }
  console.error(
    `${out}: ${readHere} pictures read, ${keptBefore} were there; \`collect\` puts them together`,
  );
}

type Reading = Pick<ReadBatchOptions, 'readChunk' | 'atOnce'> & {
  readonly stop: () => Promise<void>;
};

async function startReading({ processes, queue }: BatchOptions): Promise<Reading> {
  if (queue !== undefined) {
    const { createQueueReader } = await import('../batch/queueReader.js');
    return createQueueReader(queue);
  }
  const atOnce = processes;
  const threads = Math.max(1, Math.floor(availableParallelism() / atOnce));
  const { read, stop } = createChunkReader(threads);
  return {
    readChunk: read,
    atOnce,
    stop: () => {
      stop();
      return Promise.resolve();
    },
  };
}
