import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRuns } from '../../../src/classifier/runs/runStore';
import { runTable } from '../../../src/classifier/runs/runTable';
import { planSweep, type SweepDescription } from '../../../src/classifier/sweep/planSweep';
import { projectFolder } from '../../../src/files/projectFolder';
import { readJson } from '../../../src/files/wholeFile';
import { readParameters, type Parameters } from '../../../src/notebook/parameters';
import { declaredParameters, NOTEBOOK, readNotebook } from '../../notebook/readNotebook';
import { happens, pick } from '../../../src/numbers/chance';
import { readCheckpoint, writeCheckpoint } from '../../../src/training/checkpoint';
import { demand, demandFinite, type FuzzKind } from '../fuzzKind';
import { mutateBytes } from '../mutateBytes';
import { mutateJson } from '../mutateJson';

const epoch = (number: number): object => ({
  epoch: number,
  loss: 0.5,
  accuracy: 0.9,
  validationLoss: 0.4,
  validationAccuracy: 0.92,
  seconds: 3,
});

const run = (name: string): object => ({
  ...{ format: 'run', version: 1, name, preset: 'quick', seed: 1 },
  settings: { epochs: 2, learningRate: 0.01, augment: true, page: 'a.png' },
  history: [epoch(1), epoch(2)],
});

/** Folders of runs that are kept to be compared. */
export const runsKind: FuzzKind = {
  name: 'runs',
  create: (random) => ({
    'a.run.json': mutateJson(random, run('a')),
    'b.run.json': Buffer.from(JSON.stringify(run('b'))),
  }),
  read: (folder) => {
    const runs = readRuns(folder);
    demandFinite(runs, 'the runs');
    const table = runTable(runs);
    demand(table.height === runs.length, `a table of ${table.height} rows for ${runs.length} runs`);
  },
};

const grids: readonly object[] = [
  {
    preset: 'quick',
    seeds: [1, 7],
    values: { learningRate: [0.003, 0.01], batchSize: [128, 256] },
  },
  {
    preset: 'quick',
    trainingCount: 300,
    random: { count: 3, seed: 1 },
    values: { learningRate: { from: 0.001, to: 0.1, scale: 'logarithmic' }, warmUp: [0.1, 0.2] },
  },
  {
    preset: 'standard',
    values: {
      ...{ 'betas.1': [0.95], 'layers.0.filters': [8], 'augmentation.affine.rotation': [12] },
      layers: [[{ kind: 'flatten' }, { kind: 'dense', units: 10 }]],
    },
  },
];

/** Grids of sweeps over hyperparameters. */
export const sweepKind: FuzzKind = {
  name: 'sweep',
  create: (random) => ({ 'grid.json': mutateJson(random, pick(random, grids)) }),
  read: (folder) => {
    const path = join(folder, 'grid.json');
    const trials = planSweep(readJson(path) as SweepDescription, path);
    demand(trials.length > 0, 'no trials');
    demandFinite(trials, 'the trials');
  },
};

const IDENTITY = 'a training';

/** A state as it is written, a file each. */
function checkpointFiles(): Record<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-checkpoint-'));
  try {
    const numbers = [Float32Array.of(1, 2, 3), Float32Array.of(4)];
    const optimizer = { steps: 3, means: numbers, squares: numbers };
    const state = { identity: IDENTITY, weights: numbers, outcome: numbers, optimizer };
    writeCheckpoint(folder, { ...state, history: [epoch(1)] });
    const files = ['state.json', 'numbers.bin'].map((name) => `checkpoint-0001/${name}`);
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** States of trainings that were stopped. */
export const checkpointKind: FuzzKind = {
  name: 'checkpoint',
  create: (random) => {
    const files = checkpointFiles();
    const [state, numbers] = Object.keys(files);
    if (happens(random, 0.8)) {
      files[state] = mutateJson(random, JSON.parse(files[state].toString()) as object);
    }
    if (happens(random, 0.3)) files[numbers] = mutateBytes(random, files[numbers]);
    return files;
  },
  read: (folder) => {
    const state = readCheckpoint(folder, IDENTITY);
    demand(state !== undefined, 'no state in a folder with one');
    demandFinite(state, 'the state');
    demand(Array.isArray(state.history), 'a history that is no list');
  },
};

let declared: Parameters | undefined;

/** The notebook's own parameters, with a page that is there wherever the process runs. */
function defaults(): Parameters {
  const notebook = join(projectFolder(), 'notebooks', NOTEBOOK);
  declared ??= Object.fromEntries(
    declaredParameters(readNotebook(notebook)).map(({ name, value }) => [name, value]),
  );
  return { ...declared, page: __filename };
}

/** The notebook's parameters, as the command line passes them. */
export const parametersKind: FuzzKind = {
  name: 'parameters',
  create: (random) => ({ 'parameters.json': mutateJson(random, defaults()) }),
  read: (folder) => {
    const path = join(folder, 'parameters.json');
    try {
      const environment = { DIGITS_PARAMETERS: readFileSync(path, 'utf8') };
      demandFinite(readParameters(defaults(), environment), 'the parameters');
    } catch (error) {
      // They stand in no file: their errors name them.
      if (error instanceof Error) error.message = `${path}: ${error.message}`;
      throw error;
    }
  },
};
