import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Jupyter } from '../../src/setup/jupyter';

/** A Jupyter server that serves this project to this machine. */
export interface JupyterServer {
  /** The address of a page of it, such as `lab/tree/notebooks/x.ipynb`. */
  readonly addressOf: (path: string) => string;
  readonly stop: () => Promise<void>;
}

const TOKEN = 'of-this-test';

/**
 * Starts a Jupyter server without a browser.
 *
 * @param app `notebook` or `lab`
 * @param root the folder it serves
 * @param environment added to that of this process
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
  let log = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const found = /(http:\/\/127\.0\.0\.1:[1-9]\d*\/)\S*token=/.exec(log);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => {
      reject(new Error(`Jupyter ended: ${log}`));
    });
  });
  return {
    addressOf: (path) => `${address}${path}?token=${TOKEN}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}
