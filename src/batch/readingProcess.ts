import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../files/projectFolder';
import type { Outcome } from '../reader/page/outcome';
import { lastLines } from '../processes/childProcess';
import type { ReadingAnswer, ReadingTask } from './readingChild';

/** A process that reads pictures, one at a time. */
export interface ReadingProcess {
  /**
   * Reads a picture; one that ends the process, or keeps it for too long, is tried again in a new one, and then given up.
   *
   * @returns every page of it; one with an error where it could not be read
   * @throws Error where the process can read no picture at all: for want of an engine, or of a reader
   */
  readonly read: (task: ReadingTask) => Promise<readonly Outcome[]>;
  /** Ends the process. */
  readonly stop: () => void;
}

export interface ReadingProcessOptions {
  /** How many threads calculate. */
  readonly threads: number;
  /** Seconds after which a picture is given up: a page of 64 megapixels takes less. @default 300 */
  readonly patience?: number;
}

/** How often a picture is tried. */
const TRIES = 2;

/** Starts a process that reads pictures, when there is the first to read. */
export function startReadingProcess({
  threads,
  patience = 300,
}: ReadingProcessOptions): ReadingProcess {
  let child: ChildProcess | undefined;
  let printed = '';

  const start = (): ChildProcess => {
    printed = '';
    const started = fork(join(projectFolder(), 'dist', 'batch', 'readingChild.js'), {
      // What TensorFlow's library reads as it loads; it takes all cores otherwise.
      env: {
        ...process.env,
        TF_NUM_INTRAOP_THREADS: String(threads),
        TF_NUM_INTEROP_THREADS: String(threads),
      },
      // A group of its own: what interrupts this process lets it end what it is at.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    // It is at a picture for seconds, and hears of nothing else meanwhile.
    const end = (): boolean => started.kill('SIGKILL');
    process.once('exit', end);
    started.once('close', () => process.off('exit', end));
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-2000);
    });
    return started;
  };

  /** Asks the process; an error says why it has ended without an answer. */
  const ask = (task: ReadingTask): Promise<ReadingAnswer> =>
    new Promise((resolve, reject) => {
      const asked = (child ??= start());
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        asked.kill('SIGKILL');
      }, patience * 1000);
      const answered = (answer: unknown): void => {
        clearTimeout(timer);
        asked.off('close', ended);
        resolve(answer as ReadingAnswer);
      };
      const ended = (status: number | null, signal: string | null): void => {
        clearTimeout(timer);
        asked.off('message', answered);
        child = undefined;
        const way = late ? `had no answer after ${patience} s` : `ended by ${signal ?? status}`;
        reject(new Error(`${way} ${lastLines(printed, 1)}`.trim()));
      };
      asked.once('message', answered).once('close', ended);
      // Where the process has ended before it could hear, its end says so.
      asked.send(task, () => undefined);
    });

  return {
    async read(task) {
      for (let attempt = 1; ; attempt++) {
        let answer: ReadingAnswer;
        try {
          answer = await ask(task);
        } catch (error) {
          if (attempt < TRIES) continue;
          const { message } = error as Error;
          const found = `the process that reads it ${message}`;
          return [
            { file: task.file, error: `${task.file}: expected an answer, found that ${found}` },
          ];
        }
        if ('failure' in answer) throw new Error(answer.failure);
        return answer.outcomes;
      }
    },
    stop: () => {
      child?.disconnect();
      child = undefined;
    },
  };
}
