import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a command left behind. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Kills the command as soon as it has printed this on stderr. */
  readonly killAt?: string;
  /** Kills the command as soon as this is so. */
  readonly killWhen?: () => boolean;
  /** Stops to read what the command prints as soon as that is so much, as `head` does. */
  readonly readsUpTo?: number;
  /** How it is killed. @default 'SIGKILL' */
  readonly signal?: NodeJS.Signals;
}

const root = join(__dirname, '..', '..');

/** Runs `digits` with arguments, as a process of its own, in the project's folder. */
export const runDigits = (args: readonly string[], options?: RunOptions): Promise<Finished> =>
  runScript(join('dist', 'cli', 'main.js'), args, options);

/** Runs a command for working on the project, as `runDigits` does. */
export const runTools = (args: readonly string[], options?: RunOptions): Promise<Finished> =>
  runScript(join('build', 'tools', 'cli', 'main.js'), args, options);

function runScript(
  script: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.length >= (options.readsUpTo ?? Infinity)) child.stdout.destroy();
    });
    if (options.readsUpTo === 0) child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (options.killAt && stderr.includes(options.killAt))
        child.kill(options.signal ?? 'SIGKILL');
    });
    const watch = setInterval(() => {
      if (options.killWhen?.()) child.kill(options.signal ?? 'SIGKILL');
    }, 10);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ status, stdout, stderr });
    });
  });
}
