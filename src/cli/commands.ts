import type { CommandLoaders } from './program';

/** The commands that need nothing of `tools`. */
export const commands: CommandLoaders = new Map([
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
