#!/usr/bin/env node
// The command line of the package: reading alone, without the engine's and the notebook's set-up.
import { runProgram } from './program';

void runProgram([
  [
    'Commands:',
    new Map([['recognize', async () => (await import('./recognize.js')).recognizeCommand()]]),
  ],
]);
