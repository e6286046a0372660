import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../files/projectFolder';
import type { ExampleSource } from './exampleSource';
import type { Examples, ExampleTask, ExampleWorkerData } from './exampleWorker';

interface ExampleThread<Example> {
  readonly make: (task: ExampleTask) => Promise<readonly Example[]>;
  readonly stop: () => Promise<unknown>;
}

/** A third of the cores: making an example takes half as long as learning from it twice. */
const usualThreads = (): number => Math.max(1, Math.floor(availableParallelism() / 3));

function startThread<Example>(workerData: ExampleWorkerData): ExampleThread<Example> {
  const worker = new Worker(join(projectFolder(), 'dist', 'learning', 'exampleWorker.js'), {
    workerData,
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (task: ExampleTask): Promise<readonly Example[]> =>
    new Promise((resolve, reject) => {
      worker.once('message', (examples: readonly Example[]) => {
        worker.removeListener('error', reject);
        resolve(examples);
      });
      worker.once('error', reject);
      worker.postMessage(task);
    });
  return {
    // One task after another, so that each answer belongs to the task asked last.
    make: (task) => {
      const examples = last.then(() => ask(task));
      last = examples.catch(() => undefined);
      return examples;
    },
    stop: () => worker.terminate(),
  };
}

/**
 * Starts threads that make examples while another thread learns.
 *
 * @param data what examples are made of, and their seed: it decides all examples, however many threads make them
 * @param threadCount how many threads; a third of the processor's cores where none is given, as learning needs
 *   the others
 */
export function startExampleMaker<Kind extends keyof Examples>(
  data: ExampleWorkerData & { readonly kind: Kind },
  threadCount = usualThreads(),
): ExampleSource<Examples[Kind]> {
  const threads = Array.from({ length: threadCount }, () => startThread<Examples[Kind]>(data));
  return {
    make: async (first, count) => {
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
