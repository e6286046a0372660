// Run as a process of its own by startReadingProcess: reads pictures one after another.
import { readFile } from '../reader/folder/readFile';
import { loadPageReader } from '../reader/folder/readerFolder';
import type { Outcome } from '../reader/page/outcome';
import type { ReadOptions } from '../reader/page/readPage';
import type { PageReader } from '../reader/pageReader';

/** What the process is told: a picture to read. */
export interface ReadingTask {
  /** The folder that paths are relative to. */
  readonly base: string;
  readonly file: string;
  /** The name of a page reader, or the folder of one. */
  readonly reader: string;
  readonly options: Pick<ReadOptions, 'minConfidence' | 'signs'>;
}

/** What it tells: every page of the picture, or why it can read none at all. */
export type ReadingAnswer =
  { readonly outcomes: readonly Outcome[] } | { readonly failure: string };

let loaded: { readonly name: string; readonly reader: PageReader } | undefined;

async function readerOf(name: string): Promise<PageReader> {
  if (loaded?.name !== name) {
    loaded?.reader.dispose();
    loaded = { name, reader: await loadPageReader(name) };
  }
  return loaded.reader;
}

async function read({ base, file, reader, options }: ReadingTask): Promise<ReadingAnswer> {
  process.chdir(base);
  const pageReader = await readerOf(reader);
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
