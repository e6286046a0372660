import { Command } from 'commander';
import { projectFolder } from '../../src/files/projectFolder';
import { examine } from '../setup/examine';

async function run(): Promise<void> {
  for (const { subject, lines, failed } of await examine(projectFolder())) {
    const [first = '', ...rest] = lines;
    console.log(`${subject.padEnd(10)}${first}`);
    for (const line of rest) console.log(`${' '.repeat(10)}${line}`);
    if (failed) process.exitCode = 1;
  }
}

/** The command that tells what the project stands on. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'Print versions, the engine and the reason for it, and the sources of data and models',
    )
    .action(run);
}
