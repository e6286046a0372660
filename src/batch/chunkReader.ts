import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startReadingProcess, type ReadingProcess } from './readingProcess';
import type { Outcome } from '../reader/page/outcome';
import { readBatchRecord } from './batchFolder';
import type { ChunkTask } from './chunkTask';
import { readUnchanged } from './readUnchanged';
import { writePart, type FinishedPicture } from './parts';

/** Reads chunks of batches, several at once. */
export interface ChunkReader {
  /**
   * Reads the pictures of a chunk and writes what came out as a part of its batch.
   *
   * @param tell called after each picture with how many are done
   * @throws Error where the batch or the pictures' folder is not there, or the part cannot be written; of a picture that
   *   cannot be read, the part says so
   */
  readonly read: (task: ChunkTask, tell: (done: number) => void) => Promise<void>;
  /** Ends the processes that read. */
  readonly stop: () => void;
}

/** @param threads how many calculate, for each chunk that is read */
export function createChunkReader(threads: number): ChunkReader {
  const idle: ReadingProcess[] = [];
  const all: ReadingProcess[] = [];
  const take = (): ReadingProcess => {
    const waiting = idle.pop();
    if (waiting) return waiting;
    const started = startReadingProcess({ threads });
    all.push(started);
    return started;
  };
  return {
    async read({ folder, batch, reader, base, pictures }, tell) {
      for (const path of [folder, base]) {
        if (!existsSync(path)) {
          throw new Error(
            `${path}: expected a folder that all machines share, found none; mount it on this one, too`,
          );
        }
      }
      const { id, readerHash, ...options } = readBatchRecord(folder);
      if (id !== batch) {
        throw new Error(`${folder}: expected the batch ${batch.slice(0, 8)}, found another one`);
      }
      const process = take();
      try {
        const finished: FinishedPicture[] = [];
        for (const picture of pictures) {
          const task = { base, file: picture.file, reader, readerHash, options };
          const read = (): Promise<readonly Outcome[]> => process.read(task);
          finished.push(await readUnchanged(picture, resolve(base, picture.file), batch, read));
          tell(finished.length);
        }
        writePart(folder, finished);
      } finally {
        idle.push(process);
      }
    },
    stop: () => {
      for (const process of all) process.stop();
    },
  };
}
