// The process of a watched thread: nothing else runs in it, so that all that it takes is the thread's.
import { Worker } from 'node:worker_threads';
import { reasonOf } from '../numbers/quote';

/** What an answer may take. */
export interface ThreadLimits {
  /** Seconds of work: on a busy computer it may wait for longer. */
  readonly patience: number;
  /** Bytes that the thread and its process hold. */
  readonly memory: number;
}

/** What threads have taken so far. */
export interface ThreadUse {
  /** Of work, all threads together. */
  readonly seconds: number;
  /** The most bytes that one of them has held. */
  readonly memory: number;
}

/** What the process is told to do. */
export interface ThreadTask {
  readonly question: unknown;
  readonly limits: ThreadLimits;
}

/** What it tells of it: what the thread answered, or why it did not. */
export type ThreadReport = ({ readonly answer: unknown } | { readonly failure: string }) & {
  readonly use: ThreadUse;
};

/** How many times its patience a thread that does not work is waited for. */
const LONGEST_WAIT = 10;

/** Milliseconds between two looks at what the thread takes. */
const WATCH_INTERVAL = 50;

const [file, heap] = process.argv.slice(2);
const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: Number(heap) / 1e6 } });

/** Has the thread answer a question; the process ends after a failure. */
function answer({ question, limits: { patience, memory } }: ThreadTask): void {
  const workBefore = process.cpuUsage();
  const secondsOfWork = (): number => {
    const { user, system } = process.cpuUsage(workBefore);
    return (user + system) / 1e6;
  };
  const tell = (told: { answer: unknown } | { failure: string }): void => {
    clearTimeout(timer);
    clearInterval(watch);
    // An error that comes while nobody asks is nobody's.
    worker.removeAllListeners().on('error', () => undefined);
    const held = process.resourceUsage().maxRSS * 1024;
    process.send!({ ...told, use: { seconds: secondsOfWork(), memory: held } });
  };
  const fail = (failure: string): void => {
    tell({ failure });
  };
  const tooLong = `it takes longer than ${Math.round(patience)} s`;
  const tooMuch = 'it takes too much memory';
  const timer = setTimeout(fail, LONGEST_WAIT * patience * 1000, tooLong);
  // The limits of a worker leave out what lies outside of JavaScript's heap.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > memory) fail(tooMuch);
    else if (secondsOfWork() > patience) fail(tooLong);
  }, WATCH_INTERVAL);
  worker.removeAllListeners();
  worker.once('message', (found: unknown) => {
    tell({ answer: found });
  });
  worker.once('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : reasonOf(error));
  });
  worker.once('exit', () => {
    fail('its thread ended');
  });
  worker.postMessage(question);
}

process.on('message', answer);
process.on('disconnect', () => process.exit());
// Ctrl-C goes to all processes of a terminal; whoever asks ends this one.
process.on('SIGINT', () => undefined);
