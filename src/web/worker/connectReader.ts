import { wrap } from 'comlink';
import type { ReaderService } from './readerService';

const cannotRun = (found: string): Error =>
  new Error(
    `the page's worker: expected it to run, found ${found}; load the page again, and if that does not help, put ` +
      'the whole folder onto the server or take another browser',
  );

/**
 * Starts the worker that reads pictures. Where the browser does not start it, or it breaks, whoever asks it is told,
 * instead of waiting for ever.
 *
 * @param script the address of the worker's script
 */
export function connectReader(script: string): ReaderService {
  let worker: Worker;
  try {
    worker = new Worker(script);
  } catch (error) {
    // A security policy may forbid it.
    const refuse = (): Promise<never> => Promise.reject(cannotRun((error as Error).message));
    return { start: refuse, read: refuse, readRows: refuse, classify: refuse };
  }
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }: Partial<ErrorEvent>) => {
      reject(cannotRun(message ?? `that ${script} does not load`));
    });
  });
  // Perhaps nobody asks.
  failure.catch(() => undefined);
  const reader = wrap<ReaderService>(worker);
  return {
    start: () => Promise.race([reader.start(), failure]),
    read: (picture) => Promise.race([reader.read(picture), failure]),
    readRows: (rows) => Promise.race([reader.readRows(rows), failure]),
    classify: (images, count) => Promise.race([reader.classify(images, count), failure]),
  };
}
