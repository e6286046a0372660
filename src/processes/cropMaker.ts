import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DigitSet } from '../digits/digitSet';
import { projectFolder } from '../files/projectFolder';
import type { CropSource } from '../reader/training/cropSource';
import type { TrainingCrop } from '../reader/training/trainingCrop';
import type { CropTask, CropWorkerData } from './cropWorker';

interface CropThread {
  readonly make: (task: CropTask) => Promise<readonly TrainingCrop[]>;
  readonly stop: () => Promise<unknown>;
}

/** A third of the cores: making a crop takes half as long as learning from it twice. */
const usualThreads = (): number => Math.max(1, Math.floor(availableParallelism() / 3));

function startThread(workerData: CropWorkerData): CropThread {
  const worker = new Worker(join(projectFolder(), 'dist', 'processes', 'cropWorker.js'), {
    workerData,
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (task: CropTask): Promise<readonly TrainingCrop[]> =>
    new Promise((resolve, reject) => {
      worker.once('message', (crops: readonly TrainingCrop[]) => {
        worker.removeListener('error', reject);
        resolve(crops);
      });
      worker.once('error', reject);
      worker.postMessage(task);
    });
  return {
    // One task after another, so that each answer belongs to the task asked last.
    make: (task) => {
      const crops = last.then(() => ask(task));
      last = crops.catch(() => undefined);
      return crops;
    },
    stop: () => worker.terminate(),
  };
}

/**
 * Starts threads that make crops while another one learns.
 *
 * @param digits what is written on the pages
 * @param seed decides all crops, however many threads make them
 * @param strokes a folder of recorded handwriting that is written, too; as `readPenWriters` reads it
 * @default strokes none
 * @param threadCount how many threads; a third of the processor's cores where none is given, as learning needs
 *   the others
 */
export function startCropMaker(
  digits: DigitSet,
  seed: number,
  strokes?: string,
  threadCount = usualThreads(),
): CropSource {
  const threads = Array.from({ length: threadCount }, () => startThread({ digits, strokes, seed }));
  return {
    makeCrops: async (first, count) => {
      const share = Math.ceil(count / threadCount);
      const made = await Promise.all(
        threads.map(({ make }, index) => {
          const begin = Math.min(index * share, count);
          return make({ first: first + begin, count: Math.min(share, count - begin) });
        }),
      );
      return made.flat();
    },
    stop: async () => {
      await Promise.all(threads.map(({ stop }) => stop()));
    },
  };
}
