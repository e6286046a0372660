import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DigitSet } from '../data/digitSet';
import { projectFolder } from '../data/projectFolder';
import type { LearningCrop } from '../model/spotter/learningCrop';
import type { CropTask, CropWorkerData } from './cropWorker';

/** A thread that makes crops to learn from. */
export interface CropMaker {
  /** Makes crops by their numbers: one number always gives the same crop. */
  readonly makeCrops: (first: number, count: number) => Promise<readonly LearningCrop[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a thread that makes crops while another one learns.
 *
 * @param digits what is written on the pages
 * @param seed decides all crops
 */
export function startCropMaker(digits: DigitSet, seed: number): CropMaker {
  const workerData: CropWorkerData = { digits, seed };
  const worker = new Worker(join(projectFolder(), 'dist', 'setup', 'cropWorker.js'), {
    workerData,
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (task: CropTask): Promise<readonly LearningCrop[]> =>
    new Promise((resolve, reject) => {
      worker.once('message', (crops: readonly LearningCrop[]) => {
        worker.removeListener('error', reject);
        resolve(crops);
      });
      worker.once('error', reject);
      worker.postMessage(task);
    });
  return {
    // One task after another, so that each answer belongs to the task asked last.
    makeCrops: (first, count) => {
      const crops = last.then(() => ask({ first, count }));
      last = crops.catch(() => undefined);
      return crops;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
