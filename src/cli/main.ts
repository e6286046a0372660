#!/usr/bin/env node
import { debuglog } from 'node:util';
import { Command, CommanderError } from 'commander';
import { explainWriteError } from '../files/writeError';
import { keepCompiledCode } from './keepCompiledCode';
import { printableLines } from '../numbers/printable';

/** Each command with what loads it: a command that is not called is not loaded either. */
const commands = new Map<string, () => Promise<Command>>([
  ['start', async () => (await import('./start.js')).startCommand()],
  ['notebook', async () => (await import('./notebook.js')).notebookCommand()],
  ['recognize', async () => (await import('./recognize.js')).recognizeCommand()],
  ['batch', async () => (await import('./batch.js')).batchCommand()],
  ['collect', async () => (await import('./collect.js')).collectCommand()],
  ['worker', async () => (await import('./worker.js')).workerCommand()],
  ['train', async () => (await import('./train.js')).trainCommand()],
  ['train-reader', async () => (await import('./trainReader.js')).trainReaderCommand()],
  ['sweep', async () => (await import('./sweep.js')).sweepCommand()],
  ['classify', async () => (await import('./classify.js')).classifyCommand()],
  ['evaluate', async () => (await import('./evaluate.js')).evaluateCommand()],
  ['evaluate-scans', async () => (await import('./evaluateScans.js')).evaluateScansCommand()],
  ['export', async () => (await import('./exportModel.js')).exportCommand()],
  ['mistakes', async () => (await import('./mistakes.js')).mistakesCommand()],
  ['degrade', async () => (await import('./degrade.js')).degradeCommand()],
  ['setup', async () => (await import('./setup.js')).setupCommand()],
  ['doctor', async () => (await import('./doctor.js')).doctorCommand()],
  ['sample-page', async () => (await import('./samplePage.js')).samplePageCommand()],
  ['stand-ins', async () => (await import('./standIns.js')).standInsCommand()],
  ['bench', async () => (await import('./bench.js')).benchCommand()],
  ['pages', async () => (await import('./pages.js')).pagesCommand()],
  ['web', async () => (await import('./web.js')).webCommand()],
  ['trace-digits', async () => (await import('./traceDigits.js')).traceDigitsCommand()],
  ['crops', async () => (await import('./crops.js')).cropsCommand()],
  ['strips', async () => (await import('./strips.js')).stripsCommand()],
  ['kills', async () => (await import('./kills.js')).killsCommand()],
  ['soak', async () => (await import('./soak.js')).soakCommand()],
  ['fuzz', async () => (await import('./fuzz.js')).fuzzCommand()],
  ['clean-notebook', async () => (await import('./cleanNotebook.js')).cleanNotebookCommand()],
]);

/** Exit codes: all done, some input or step failed, wrong usage. */
const [DONE, FAILED, WRONG_USAGE] = [0, 1, 2];

async function makeProgram(called: string | undefined): Promise<Command> {
  const program = new Command('digits')
    .description('Train a network on MNIST and read the digits in pictures of handwriting.')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(printableLines(text));
      },
    })
    .showHelpAfterError('(--help tells what is possible)');
  const one = commands.get(called ?? '');
  for (const load of one ? [one] : commands.values()) {
    const command = await load();
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  console.error(printableLines((error as Error).message));
  // NODE_DEBUG=digits shows where it comes from.
  debuglog('digits')((error as Error).stack ?? '');
  return FAILED;
}

async function main(): Promise<void> {
  keepCompiledCode();
  // `digits … | head` ends before we do; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    console.error((explainWriteError('the output', error) as Error).message);
    process.exit(FAILED);
  });
  // There is nowhere left to tell.
  process.stderr.on('error', () => undefined);
  try {
    const program = await makeProgram(process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

void main();
