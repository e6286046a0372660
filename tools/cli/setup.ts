import { Command } from 'commander';
import { setUp } from '../setup/setUp';

async function run(): Promise<void> {
  const { data, native, jupyter } = await setUp(['engine', 'jupyter']);
  console.log(`Data:    ${data.origin}: ${data.folder}`);
  console.log(`Engine:  ${native?.installed ? native.account : 'WebAssembly'}`);
  console.log(`Jupyter: ${jupyter?.account ?? 'none'}`);
}

/** The command that sets up what is missing and tries again what has failed before. */
export function setupCommand(): Command {
  return new Command('setup')
    .description('Set up the data, the native engine and Jupyter; safe to run again')
    .action(run);
}
