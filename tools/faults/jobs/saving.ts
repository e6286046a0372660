import { join } from 'node:path';
import { loadCard } from '../../../src/classifier/folder/modelFolder';
import { readRuns } from '../../../src/classifier/runs/runStore';
import { taskArguments, type Job } from '../job';
import { modelIn, modelOutcome, saveSample } from '../sampleNetwork';
import { readerOutcome, saveSampleReader } from '../sampleReader';
import { keepSampleRun } from '../sampleRun';

const isWhole = (outcome: unknown): string =>
  outcome === undefined ? 'refused' : 'one or the other';

/** A network is saved over another one, and its card with it. */
export const savingModels: Job = {
  name: 'save model',
  prepare: (folder) => saveSample('earlier', modelIn(folder)),
  args: (folder) => taskArguments('saveModels', modelIn(folder)),
  outcome: (folder) => modelOutcome(modelIn(folder)),
  left: (folder) => (loadCard(modelIn(folder)) ? 'a model with its card' : 'a model without card'),
};

const readerIn = (folder: string): string => join(folder, 'reader');

/** A page reader is saved over another one. */
export const savingReaders: Job = {
  name: 'save reader',
  prepare: (folder) => {
    saveSampleReader('earlier', readerIn(folder));
  },
  args: (folder) => taskArguments('saveReaders', readerIn(folder)),
  outcome: (folder) => readerOutcome(readerIn(folder)),
  left: (folder) => isWhole(readerOutcome(readerIn(folder))),
};

const runsIn = (folder: string): string => join(folder, 'runs');

/** A run is kept in the place of another one of its name. */
export const keepingRuns: Job = {
  name: 'keep run',
  prepare: (folder) => {
    keepSampleRun('earlier', runsIn(folder));
  },
  args: (folder) => taskArguments('keepRuns', runsIn(folder)),
  outcome: (folder) => JSON.stringify(readRuns(runsIn(folder))),
  left: () => 'one or the other',
};
