import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

export interface RunOptions {
  /** The folder to run in. @default the current one */
  readonly folder?: string;
  /** Added to this process' own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds after which the process is ended. @default no limit */
  readonly patience?: number;
  /** Called with every line that the process prints, on whichever stream. */
  readonly onLine?: (line: string) => void;
  /** What to tell a Node process as it starts, as JSON; without it there are no messages. */
  readonly message?: unknown;
  /** Called with every message that the process sends. */
  readonly onMessage?: (message: unknown) => void;
}

/** How a process ended. */
export interface Outcome {
  /** The exit code; undefined where it could not be started or was ended by a signal. */
  readonly status: number | undefined;
  /** What it printed last, or why it could not be started or was ended. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
const ownGroup = process.platform !== 'win32';

// A child leads its own group, so that what it has started ends with it.
function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (ownGroup) process.kill(-child.pid!, signal);
    else spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  } catch {
    // It has ended meanwhile.
  }
}

let isEnding = false;

/**
 * Ends this process after all that it has started; at once where it is called a second time.
 *
 * @param code the exit code
 */
export function endProcesses(code: number): void {
  if (isEnding || running.size === 0) process.exit(code);
  isEnding = true;
  for (const child of running) {
    // A process in its turn may have to end others (Jupyter its kernel): it gets some seconds.
    child.once('exit', () => {
      if (running.size === 0) process.exit(code);
    });
    signalTree(child, 'SIGINT');
  }
  setTimeout(() => {
    for (const child of running) signalTree(child, 'SIGKILL');
    process.exit(code);
  }, 5000);
}

function endOnSignal(signal: NodeJS.Signals): void {
  endProcesses(signal === 'SIGINT' ? 130 : 143);
}

function track(child: ChildProcess): void {
  if (running.size === 0) process.on('SIGINT', endOnSignal).on('SIGTERM', endOnSignal);
  running.add(child);
  const forget = (): void => {
    running.delete(child);
    if (running.size > 0 || isEnding) return;
    process.off('SIGINT', endOnSignal).off('SIGTERM', endOnSignal);
  };
  child.once('exit', forget).once('error', forget);
}

/** How many characters of a process' output are kept: its end says why it failed. */
const KEPT = 20_000;

/**
 * Runs a process to its end. Ctrl-C ends it, and all that it has started, before this process ends.
 *
 * @param command the program's name or path
 */
export function run(
  command: string,
  args: readonly string[],
  { folder, environment, patience, onLine, message, onMessage }: RunOptions = {},
): Promise<Outcome> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  if (message !== undefined) stdio.push('ipc');
  const child = spawn(command, args, {
    ...(folder !== undefined && { cwd: folder }),
    env: { ...process.env, ...environment },
    stdio,
    detached: ownGroup,
    windowsHide: true,
  });
  if (child.pid !== undefined) track(child);
  let output = '';
  let lineStart = '';
  const collect = (chunk: string): void => {
    output = (output + chunk).slice(-KEPT);
    const lines = (lineStart + chunk).split(/\r?\n/);
    lineStart = lines.pop()!;
    lines.forEach((line) => onLine?.(line));
  };
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  if (onMessage) child.on('message', onMessage);
  // Where the process has ended before it could hear, its end says why.
  if (message !== undefined) child.send(message as object, () => undefined);
  let ended = '';
  const timer =
    patience !== undefined &&
    setTimeout(() => {
      ended = `no end after ${patience} s`;
      signalTree(child, 'SIGKILL');
    }, patience * 1000);
  return new Promise((resolve) => {
    const finish = (status: number | null, reason: string): void => {
      if (timer) clearTimeout(timer);
      if (lineStart) onLine?.(lineStart);
      resolve({
        status: status ?? undefined,
        output: `${output.trim()}\n${ended || reason}`.trim(),
      });
    };
    child.once('error', (error) => {
      finish(null, error.message);
    });
    child.once('close', (status, signal) => {
      finish(status, signal === null ? '' : `ended by ${signal}`);
    });
  });
}

/** The last lines of a process' output: those that say why it failed. */
export function lastLines(output: string, count = 8): string {
  return output
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .slice(-count)
    .join('\n');
}
