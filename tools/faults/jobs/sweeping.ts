import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinishedTrial } from '../../../src/classifier/sweep/trial';
import { digitsArguments, type Job } from '../job';

const gridIn = (folder: string): string => join(folder, 'grid.json');
const outIn = (folder: string): string => join(folder, 'out');

/** The trials that are over, without how long they took. */
function readTrials(folder: string): string[] {
  const trials = join(outIn(folder), 'trials');
  const names = existsSync(trials) ? readdirSync(trials).sort() : [];
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { trial, history } = JSON.parse(
        readFileSync(join(trials, name), 'utf8'),
      ) as FinishedTrial;
      return JSON.stringify([trial, history.map((epoch) => ({ ...epoch, seconds: 0 }))]);
    });
}

/** A preset is trained with two values of a hyperparameter. */
export const sweeping: Job = {
  name: 'sweep',
  prepare: (folder) => {
    const values = { epochs: [2], batchSize: [50, 100] };
    const grid = { preset: 'quick', seeds: [1], trainingCount: 200, values };
    writeFileSync(gridIn(folder), JSON.stringify(grid));
  },
  args: (folder) => digitsArguments('sweep', '--grid', gridIn(folder), '--out', outIn(folder)),
  outcome: (folder) => (readTrials(folder).length === 2 ? readTrials(folder).join() : undefined),
  left: (folder) => `${readTrials(folder).length} of 2 trials`,
  // They hold how long the trials took.
  isVolatile: (name) => name.startsWith('out'),
};
