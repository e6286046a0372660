import { join } from 'node:path';
import { debuglog, format } from 'node:util';
import { Command, CommanderError, Help, type Option } from 'commander';
import { projectFolder } from '../files/projectFolder';
import { describeError } from '../files/readError';
import { readJson } from '../files/wholeFile';
import { explainWriteError } from '../files/writeError';
import { keepCompiledCode } from './keepCompiledCode';
import { printableLines } from '../numbers/printable';
import { stopUnread } from './stopOnInterrupt';

/** Commands by name, each with what loads it: a command that is not called is not loaded either. */
export type CommandLoaders = ReadonlyMap<string, () => Promise<Command>>;

/** Commands under the headings of the help. */
export type CommandGroups = readonly (readonly [heading: string, commands: CommandLoaders])[];

/** Exit codes: all done, some input or step failed, wrong usage. */
const [DONE, FAILED, WRONG_USAGE] = [0, 1, 2];

const VERSION_FLAGS = ['-V', '--version'];

const usualHelp = new Help();

/** That a flag is not set unless it is given goes without saying. */
const describeOption = (option: Option): string =>
  option.defaultValue === false ? option.description : usualHelp.optionDescription(option);

function versionOfProject(): string {
  return (readJson(join(projectFolder(), 'package.json')) as { version: string }).version;
}

async function makeProgram(groups: CommandGroups, called = ''): Promise<Command> {
  const program = new Command('digits')
    .description('Train a network on MNIST and read the digits in pictures of handwriting.')
    .version(versionOfProject(), VERSION_FLAGS.join(', '), 'print the version')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(printableLines(text));
      },
    })
    .configureHelp({ optionDescription: describeOption })
    .showHelpAfterError('(--help tells what is possible)');
  if (VERSION_FLAGS.includes(called)) return program;
  const isKnown = groups.some(([, commands]) => commands.has(called));
  for (const [heading, commands] of groups) {
    for (const [name, load] of commands) {
      if (isKnown && name !== called) continue;
      const command = await load();
      program.addCommand(command.helpGroup(heading).copyInheritedSettings(program));
    }
  }
  return program;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  console.error(describeError(error));
  // NODE_DEBUG=digits shows where it comes from.
  debuglog('digits')((error as Error).stack ?? '');
  return FAILED;
}

/** Lets nothing through to a terminal that is not printable: whatever is printed may hold names and messages of others. */
function printSafely(): void {
  for (const name of ['log', 'error'] as const) {
    const print = console[name].bind(console);
    console[name] = (...values: readonly unknown[]) => {
      print(printableLines(format(...values)));
    };
  }
}

/**
 * Runs the command that the command line names, and sets the exit code of the process.
 *
 * @param groups every command that there is
 */
export async function runProgram(groups: CommandGroups): Promise<void> {
  keepCompiledCode();
  printSafely();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') stopUnread();
      // Of stderr there is nowhere left to tell.
      else if (stream === process.stdout) {
        console.error((explainWriteError('the output', error) as Error).message);
        process.exit(FAILED);
      }
    });
  }
  try {
    const program = await makeProgram(groups, process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
