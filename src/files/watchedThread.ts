import { Worker } from 'node:worker_threads';

/** What an answer may take. */
export interface ThreadLimits {
  /** Seconds of work: on a busy computer it may wait for longer. */
  readonly patience: number;
  /** In bytes. */
  readonly memory: number;
}

/** A thread for what may never end, or eat all memory. */
export interface WatchedThread<Question, Answer> {
  /**
   * Asks a question; the thread answers it before the next.
   *
   * @throws Error where it takes longer or too much memory, or the thread fails; that ends the thread
   */
  readonly ask: (question: Question, limits: ThreadLimits) => Promise<Answer>;
  readonly end: () => Promise<unknown>;
  readonly isEnded: () => boolean;
}

/** How many times its patience a thread that does not work is waited for. */
const LONGEST_WAIT = 10;

/** Milliseconds between two looks at the memory. */
const WATCH_INTERVAL = 50;

/**
 * Starts a thread that is watched from outside, and whose printing is lost.
 *
 * @param file its compiled code, which answers each message with another one
 * @param heap bytes that it may take of JavaScript's own memory
 */
export function startWatchedThread<Question, Answer>(
  file: string,
  heap: number,
): WatchedThread<Question, Answer> {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: heap / 1e6 },
    stdout: true,
    stderr: true,
  });
  // Only its answers are waited for.
  worker.unref();
  let isEnded = false;
  const end = (): Promise<unknown> => {
    isEnded = true;
    return worker.terminate();
  };
  const tooMuch = new Error('it takes too much memory');
  const listen = (question: Question, { patience, memory }: ThreadLimits): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const memoryBefore = process.memoryUsage.rss();
      const workBefore = process.cpuUsage();
      const stopListening = (): void => {
        clearTimeout(timer);
        clearInterval(watch);
        // An error that comes while nobody asks is nobody's.
        worker.removeAllListeners().on('error', () => undefined);
      };
      const fail = (error: Error): void => {
        stopListening();
        reject(error);
      };
      const tooLong = new Error(`it takes longer than ${Math.round(patience)} s`);
      const timer = setTimeout(
        () => {
          fail(tooLong);
        },
        LONGEST_WAIT * patience * 1000,
      );
      // The limits of a worker leave out what lies outside of JavaScript's heap.
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - memoryBefore > memory) fail(tooMuch);
        const { user, system } = process.cpuUsage(workBefore);
        if (user + system > patience * 1e6) fail(tooLong);
      }, WATCH_INTERVAL);
      worker.removeAllListeners();
      worker.once('message', (answer: Answer) => {
        stopListening();
        resolve(answer);
      });
      worker.once('error', (error: NodeJS.ErrnoException) => {
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error);
      });
      worker.once('exit', () => {
        fail(new Error('its thread ended'));
      });
      worker.postMessage(question);
    });
  const ask = async (question: Question, limits: ThreadLimits): Promise<Answer> => {
    try {
      return await listen(question, limits);
    } catch (error) {
      await end();
      throw error;
    }
  };
  return { ask, end, isEnded: () => isEnded };
}

/** Lends threads of a kind. */
export interface ThreadLender<Question, Answer> {
  readonly take: () => WatchedThread<Question, Answer>;
  readonly giveBack: (thread: WatchedThread<Question, Answer>) => void;
}

/**
 * Keeps a thread that was used for the next use: to start one takes longer than most of what it does.
 *
 * @param start starts a thread
 */
export function createThreadLender<Question, Answer>(
  start: () => WatchedThread<Question, Answer>,
): ThreadLender<Question, Answer> {
  let idle: WatchedThread<Question, Answer> | undefined;
  return {
    take: () => {
      const thread = idle ?? start();
      idle = undefined;
      return thread;
    },
    giveBack: (thread) => {
      if (thread.isEnded()) return;
      if (idle) void thread.end();
      else idle = thread;
    },
  };
}
