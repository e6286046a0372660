import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Jupyter } from '../../tools/setup/jupyter';

/** A Jupyter server that serves this project to this machine. */
export interface JupyterServer {
  /** The address of a page of it, such as `lab/tree/notebooks/x.ipynb`. */
  readonly addressOf: (path: string) => string;
  /** What each kernel does that a page is connected to, such as `idle`. */
  readonly kernelStates: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

/** A kernel, as Jupyter's interface describes it. */
interface KernelState {
  readonly execution_state: string;
  readonly connections: number;
}

const TOKEN = 'of-this-test';

/** How long Jupyter may take to start and to end; milliseconds. */
const PATIENCE = { start: 200_000, stop: 30_000 } as const;

/**
 * Starts a Jupyter server without a browser.
 *
 * @param app `notebook` or `lab`
 * @param root the folder it serves
 * @param environment added to that of this process
 * @throws Error where it ends, or takes too long to start
 */
export async function startJupyter(
  { command, environment: kernels }: Pick<Jupyter, 'command' | 'environment'>,
  app: 'notebook' | 'lab',
  root: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<JupyterServer> {
  const options = [
    `--ServerApp.root_dir=${root}`,
    '--ServerApp.ip=127.0.0.1',
    '--ServerApp.port=0',
    `--IdentityProvider.token=${TOKEN}`,
  ];
  const child = spawn(command, [app, '--no-browser', '--allow-root', ...options], {
    env: { ...process.env, ...kernels, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const hasEnded = (): boolean =>
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE.stop);
    await ended;
    clearTimeout(timer);
  };
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.on('error', (error) => (log += error.message));
  const end = performance.now() + PATIENCE.start;
  let address: string | undefined;
  // It says where it is before it listens there.
  while (address === undefined || !(await isServed(`${address}api`))) {
    if (hasEnded() || performance.now() > end) {
      await stop();
      throw new Error(`Jupyter ${hasEnded() ? 'ended' : 'did not start in time'}: ${log}`);
    }
    await sleep(100);
    address = /(http:\/\/127\.0\.0\.1:[1-9]\d*\/)\S*token=/.exec(log)?.[1];
  }
  const addressOf = (path: string): string => `${address}${path}?token=${TOKEN}`;
  const kernelStates = async (): Promise<string[]> => {
    const kernels = (await (await fetch(addressOf('api/kernels'))).json()) as KernelState[];
    return kernels.filter(({ connections }) => connections > 0).map((one) => one.execution_state);
  };
  return { addressOf, kernelStates, stop };
}

const isServed = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
