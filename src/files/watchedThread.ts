import { Worker } from 'node:worker_threads';

/** What a thread is held to. */
export interface ThreadLimits {
  /** Seconds that an answer may take. */
  readonly patience: number;
  /** Bytes that may be taken for an answer. */
  readonly memory: number;
}

/** A thread for what may never end, or eat all memory. */
export interface WatchedThread<Answer> {
  /**
   * Asks for the next answer.
   *
   * @throws Error where it takes too long or too much memory, or the thread fails
   */
  readonly ask: () => Promise<Answer>;
  readonly end: () => Promise<unknown>;
}

/** Milliseconds between two looks at the memory. */
const WATCH_INTERVAL = 50;

/**
 * Starts a thread that is watched from outside, and whose printing is lost.
 *
 * @param file its compiled code, which answers each message with another one
 * @param workerData what it starts with
 */
export function startWatchedThread<Answer>(
  file: string,
  workerData: unknown,
  { patience, memory }: ThreadLimits,
): WatchedThread<Answer> {
  const worker = new Worker(file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memory / 1e6 },
    stdout: true,
    stderr: true,
  });
  const ask = (): Promise<Answer> => {
    const before = process.memoryUsage.rss();
    const tooMuch = new Error('it takes too much memory');
    return new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`it takes longer than ${Math.round(patience)} s`));
      }, patience * 1000);
      // The limits of a worker leave out what lies outside of JavaScript's heap.
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > memory) reject(tooMuch);
      }, WATCH_INTERVAL);
      const stopWatching = (): void => {
        clearTimeout(timer);
        clearInterval(watch);
      };
      worker.once('message', (answer: Answer) => {
        stopWatching();
        resolve(answer);
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        stopWatching();
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error);
      });
      worker.once('exit', () => {
        stopWatching();
        reject(new Error('its thread ended'));
      });
      worker.postMessage('next');
    });
  };
  return { ask, end: () => worker.terminate() };
}
