// Run as a process of its own by startReadingProcess: reads pictures one after another.
import { readFile } from '../reader/folder/readFile';
import { hashReader, loadPageReader, readerPath } from '../reader/folder/readerFolder';
import type { Outcome } from '../reader/page/outcome';
import type { ReadOptions } from '../reader/page/readPage';
import type { PageReader } from '../reader/pageReader';

/** What the process is told: a picture to read. */
export interface ReadingTask {
  /** The folder that paths are relative to. */
  readonly base: string;
  readonly file: string;
  /** The name of a page reader, or the absolute path of the folder of one. */
  readonly reader: string;
  /** Which one it must be, as `hashReader` gives it. */
  readonly readerHash: string;
  readonly options: Pick<ReadOptions, 'minConfidence' | 'signs' | 'decimal'>;
}

/** What it tells: every page of the picture, or why it can read none at all. */
export type ReadingAnswer =
  { readonly outcomes: readonly Outcome[] } | { readonly failure: string };

let loaded: { readonly hash: string; readonly reader: PageReader } | undefined;

function checkReader(name: string, hash: string): void {
  const found = hashReader(name);
  if (found === hash) return;
  throw new Error(
    `${readerPath(name)}: expected the reader ${hash.slice(0, 8)} that the batch was begun with, ` +
      `found ${found.slice(0, 8)}; bring that reader back, or begin another batch`,
  );
}

async function readerOf(name: string, hash: string): Promise<PageReader> {
  if (loaded?.hash === hash) return loaded.reader;
  loaded?.reader.dispose();
  loaded = undefined;
  checkReader(name, hash);
  const reader = await loadPageReader(name);
  // Another one may have been saved there meanwhile.
  checkReader(name, hash);
  loaded = { hash, reader };
  return reader;
}

async function read({
  base,
  file,
  reader,
  readerHash,
  options,
}: ReadingTask): Promise<ReadingAnswer> {
  process.chdir(base);
  const pageReader = await readerOf(reader, readerHash);
  const outcomes: Outcome[] = [];
  for await (const { outcome } of readFile(file, pageReader, options)) outcomes.push(outcome);
  return { outcomes };
}

process.on('message', (task: ReadingTask) => {
  void read(task)
    .catch((error: unknown): ReadingAnswer => ({ failure: (error as Error).message }))
    .then((answer) => process.send!(answer));
});
// Also where the process that has started this one was killed.
process.once('disconnect', () => process.exit());
