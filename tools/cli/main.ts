// What npm's scripts run: the commands of `digits`, and those for working on the project.
import { commands } from '../../src/cli/commands';
import { runProgram, type CommandLoaders } from '../../src/cli/program';

const setupCommands: CommandLoaders = new Map([
  ['setup', async () => (await import('./setup.js')).setupCommand()],
  ['doctor', async () => (await import('./doctor.js')).doctorCommand()],
  ['start', async () => (await import('./start.js')).startCommand()],
  ['notebook', async () => (await import('./notebook.js')).notebookCommand()],
]);

const projectCommands: CommandLoaders = new Map([
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

void runProgram([
  ['Commands:', new Map([...setupCommands, ...commands])],
  ['Commands for working on the project itself:', projectCommands],
]);
