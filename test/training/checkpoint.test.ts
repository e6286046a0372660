import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  deleteCheckpoints,
  readCheckpoint,
  writeCheckpoint,
  type TrainingState,
} from '../../src/training/checkpoint';
import { temporaryFolder } from '../setup/temporaryFolder';

const stateAfter = (epochs: number): TrainingState<number> => ({
  identity: 'seed 1',
  history: Array.from({ length: epochs }, (_, at) => at + 1),
  weights: [Float32Array.of(1, 2, epochs)],
  outcome: [Float32Array.of(3)],
  optimizer: { steps: epochs, means: [], squares: [] },
});

describe('the states of a training', () => {
  it('are read as they were written, the latest one', () => {
    const folder = temporaryFolder();
    for (const epochs of [1, 2]) writeCheckpoint(folder, stateAfter(epochs));
    expect(readCheckpoint(folder, 'seed 1')).toEqual(stateAfter(2));
    expect(readdirSync(folder)).toEqual(['checkpoint-0002']);
  });

  it('survive one that was being written, or deleted, when its process was killed', () => {
    const folder = temporaryFolder();
    writeCheckpoint(folder, stateAfter(1));
    mkdirSync(join(folder, 'unfinished'));
    writeFileSync(join(folder, 'unfinished', 'state.json'), '{"identity":');
    expect(readCheckpoint(folder, 'seed 1')).toEqual(stateAfter(1));
    writeCheckpoint(folder, stateAfter(2));
    expect(readdirSync(folder)).toEqual(['checkpoint-0002']);
  });

  it('are all deleted, with what a killed process has left of them', () => {
    const folder = temporaryFolder();
    writeCheckpoint(folder, stateAfter(1));
    mkdirSync(join(folder, 'unfinished'));
    deleteCheckpoints(folder);
    expect([existsSync(folder), readdirSync(folder)]).toEqual([true, []]);
  });
});
