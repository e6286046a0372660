import { spawn } from 'node:child_process';
import { killTree } from './killTree';

/** How a process ended. */
export interface Ended {
  /** The exit code; null where it was killed. */
  readonly status: number | null;
  readonly seconds: number;
  /** What it printed on stderr. */
  readonly told: string;
}

/**
 * Runs Node, and kills it with all that it has started after some time.
 *
 * @param folder where it runs
 * @param seconds after which it is killed; undefined lets it end
 */
export function runKilled(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  seconds?: number,
): Promise<Ended> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
  const timer =
    seconds !== undefined &&
    setTimeout(() => {
      killTree(child.pid!);
    }, seconds * 1000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not at its "close": what it has started may hold its stderr open for long.
    child.once('exit', (status) => {
      if (timer) clearTimeout(timer);
      setImmediate(() => {
        resolve({ status, seconds: (performance.now() - start) / 1000, told });
      });
    });
  });
}
