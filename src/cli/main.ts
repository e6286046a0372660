#!/usr/bin/env node
import { runProgram, type CommandLoaders } from './program';

const userCommands: CommandLoaders = new Map([
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
  ['Commands:', userCommands],
  ['Commands for working on the project itself:', projectCommands],
]);
