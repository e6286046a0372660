import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Command } from 'commander';
import { projectFolder } from '../../src/files/projectFolder';
import { preferThroughput } from '../../src/engine/preferThroughput';
import { NOTEBOOK } from '../notebook/readNotebook';
import { setUpWithJupyter } from '../setup/setUp';

async function open(args: readonly string[]): Promise<void> {
  preferThroughput();
  const jupyter = await setUpWithJupyter();
  const project = projectFolder();
  const notebook = join(project, 'notebooks', NOTEBOOK);
  // Jupyter would serve the notebook's folder alone, and the figures load plotly from node_modules.
  const root = ['--ServerApp.root_dir', project];
  const child = spawn(jupyter.command, ['notebook', notebook, ...root, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...jupyter.environment },
  });
  // Jupyter asks back on Ctrl-C: it decides when it ends, and this process with it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', ({ message }) => {
      const remedy = 'Run `npm run setup` to look for another one.';
      reject(new Error(`${jupyter.command} does not start: ${message}. ${remedy}`));
    });
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** The command that opens the notebook in Jupyter. */
export function notebookCommand(): Command {
  return new Command('notebook')
    .description('Set up and open the notebook in Jupyter')
    .argument(
      '[arguments...]',
      'arguments for `jupyter notebook`, such as --no-browser --port 9000',
    )
    .allowUnknownOption()
    .action(open);
}
