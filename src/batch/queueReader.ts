import { openJobQueue } from '../processes/jobQueue';
import type { ReadBatchOptions } from './readBatch';
import type { ChunkTask } from './chunkTask';
import { writePart } from './parts';

/** The name of jobs that read a chunk. */
export const READ_CHUNK = 'read';

/** So many chunks wait in the queue or are read: more than a hundred workers have work, and Redis holds little. */
const CHUNKS_IN_QUEUE = 256;

/** What `readBatch` needs to let workers read. */
export type QueueReader = Pick<ReadBatchOptions, 'readChunk' | 'atOnce'> & {
  readonly stop: () => Promise<void>;
};

/**
 * Lets the workers of a queue read the chunks of a batch.
 *
 * @param url as `openJobQueue` takes it
 * @throws Error where no server answers
 */
export async function createQueueReader(url: string): Promise<QueueReader> {
  const queue = await openJobQueue(url);
  return {
    atOnce: CHUNKS_IN_QUEUE,
    readChunk: async (task: ChunkTask, tell) => {
      try {
        await queue.run(READ_CHUNK, task, tell);
      } catch (error) {
        // Parked: what so many workers have failed at waits for a person, and the others go on.
        const { message } = error as Error;
        const failed = task.pictures.map((picture) => {
          const { file } = picture;
          return {
            ...picture,
            outcomes: [{ file, error: `${file}: no worker has read it: ${message}` }],
          };
        });
        writePart(task.folder, failed);
      }
    },
    stop: queue.close,
  };
}
