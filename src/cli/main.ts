#!/usr/bin/env node
import { join } from 'node:path';
import { debuglog } from 'node:util';
import { Command, CommanderError, Help, type Option } from 'commander';
import { projectFolder } from '../files/projectFolder';
import { describeError } from '../files/readError';
import { readJson } from '../files/wholeFile';
import { explainWriteError } from '../files/writeError';
import { keepCompiledCode } from './keepCompiledCode';
import { printableLines } from '../numbers/printable';
import { stopUnread } from './stopOnInterrupt';

type Loaders = ReadonlyMap<string, () => Promise<Command>>;

/** Each command with what loads it: a command that is not called is not loaded either. */
const userCommands: Loaders = new Map([
  ['setup', async () => (await import('./setup.js')).setupCommand()],
  ['doctor', async () => (await import('./doctor.js')).doctorCommand()],
  ['start', async () => (await import('./start.js')).startCommand()],
  ['notebook', async () => (await import('./notebook.js')).notebookCommand()],
  ['recognize', async () => (await import('./recognize.js')).recognizeCommand()],
  ['batch', async () => (await import('./batch.js')).batchCommand()],
  ['collect', async () => (await import('./collect.js')).collectCommand()],
  ['worker', async () => (await import('./worker.js')).workerCommand()],
  ['web', async () => (await import('./web.js')).webCommand()],
  ['train', async () => (await import('./train.js')).trainCommand()],
  ['train-reader', async () => (await import('./trainReader.js')).trainReaderCommand()],
  ['sweep', async () => (await import('./sweep.js')).sweepCommand()],
  ['classify', async () => (await import('./classify.js')).classifyCommand()],
  ['evaluate', async () => (await import('./evaluate.js')).evaluateCommand()],
  ['evaluate-scans', async () => (await import('./evaluateScans.js')).evaluateScansCommand()],
  ['export', async () => (await import('./exportModel.js')).exportCommand()],
]);

/** Those for working on the project itself. */
const projectCommands: Loaders = new Map([
  ['mistakes', async () => (await import('./mistakes.js')).mistakesCommand()],
  ['degrade', async () => (await import('./degrade.js')).degradeCommand()],
  ['bench', async () => (await import('./bench.js')).benchCommand()],
  ['pages', async () => (await import('./pages.js')).pagesCommand()],
  ['trace-digits', async () => (await import('./traceDigits.js')).traceDigitsCommand()],
  ['crops', async () => (await import('./crops.js')).cropsCommand()],
  ['strips', async () => (await import('./strips.js')).stripsCommand()],
  ['train-lines', async () => (await import('./trainLines.js')).trainLinesCommand()],
  ['calibrate-lines', async () => (await import('./calibrateLines.js')).calibrateLinesCommand()],
  ['stand-ins', async () => (await import('./standIns.js')).standInsCommand()],
  ['sample-page', async () => (await import('./samplePage.js')).samplePageCommand()],
  ['clean-notebook', async () => (await import('./cleanNotebook.js')).cleanNotebookCommand()],
  ['kills', async () => (await import('./kills.js')).killsCommand()],
  ['soak', async () => (await import('./soak.js')).soakCommand()],
  ['fuzz', async () => (await import('./fuzz.js')).fuzzCommand()],
]);

const groups: readonly (readonly [heading: string, commands: Loaders])[] = [
  ['Commands:', userCommands],
  ['Commands for working on the project itself:', projectCommands],
];

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

async function makeProgram(called = ''): Promise<Command> {
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
    const print = console[name];
    console[name] = (text: string) => {
      print(printableLines(text));
    };
  }
}

async function main(): Promise<void> {
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
    const program = await makeProgram(process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

void main();
