import { forEachAtOnce } from '../processes/forEachAtOnce';
import type { Batch } from './batchFolder';
import { identifyPicture, identityOf, type BatchPicture } from './batchPicture';
import type { ChunkTask } from './chunkTask';
import { listParts, picturesOf } from './parts';

/** So many pictures make a part: what a kill costs, at most, for each process. */
const CHUNK_SIZE = 8;

/** How far a batch is, in pictures. */
export interface BatchProgress {
  /** Read by this run. */
  readonly read: number;
  /** Read before, by whomever. */
  readonly kept: number;
}

export interface ReadBatchOptions {
  /** Reads a chunk, here or elsewhere, and tells meanwhile how many of its pictures are done. */
  readonly readChunk: (task: ChunkTask, tell: (done: number) => void) => Promise<void>;
  /** So many chunks are under way at once. */
  readonly atOnce: number;
  /** Whether pictures that could not be read are tried again. @default false */
  readonly retriesFailed?: boolean;
  readonly onProgress?: (progress: BatchProgress) => void;
}

/**
 * Reads many pictures into the folder of a batch, and leaves out those that are there: after a stop, the same call goes
 * on. Holds no more in memory than the chunks that are under way.
 *
 * @param files their paths
 */
export async function readBatch(
  files: readonly string[],
  { folder, id, reader }: Batch,
  { readChunk, atOnce, retriesFailed = false, onProgress }: ReadBatchOptions,
): Promise<void> {
  const done = new Set<string>();
  for (const picture of listParts(folder).flatMap(picturesOf)) {
    if (!picture.isFailed || !retriesFailed) done.add(identityOf(picture));
  }
  let [read, kept] = [0, 0];
  const tell = (): void => onProgress?.({ read, kept });
  function* chunks(): Generator<BatchPicture[]> {
    let chunk: BatchPicture[] = [];
    for (const file of files) {
      const picture = identifyPicture(file, id);
      if (done.has(identityOf(picture))) {
        kept++;
        tell();
      } else if (chunk.push(picture) === CHUNK_SIZE) {
        yield chunk;
        chunk = [];
      }
    }
    if (chunk.length > 0) yield chunk;
  }
  await forEachAtOnce(chunks(), atOnce, async (pictures) => {
    let told = 0;
    const advance = (done: number): void => {
      read += done - told;
      told = done;
      tell();
    };
    await readChunk({ folder, batch: id, reader, base: process.cwd(), pictures }, advance);
    advance(pictures.length);
  });
}
