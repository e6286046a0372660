import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepRun, readRuns, type Run } from '../../../src/classifier/runs/runStore';
import { runTable } from '../../../src/classifier/runs/runTable';
import { history } from '../../view/samples';
import { temporaryFolder } from '../smallNetwork';

const run = (name: string, settings: Run['settings'] = {}): Run => ({
  name,
  preset: 'quick',
  seed: 1,
  settings,
  history,
  bestEpoch: 2,
});

describe('the store of runs', () => {
  it('keeps runs by any name, a later one in the place of an earlier', () => {
    const folder = join(temporaryFolder(), 'runs');
    expect(readRuns(folder)).toEqual([]);
    const [long, alike] = ['字'.repeat(100), `${'字'.repeat(99)}子`];
    const names = ['../up', 'a/b', 'größer: 10×', 'run 10', 'run 9', long, alike];
    for (const name of names) keepRun(folder, run(name));
    keepRun(folder, run('run 9', { epochs: 5 }));
    expect(readRuns(folder)).toEqual([
      run('../up'),
      run('a/b'),
      run('größer: 10×'),
      run('run 9', { epochs: 5 }),
      run('run 10'),
      run(alike),
      run(long),
    ]);
    expect(readdirSync(folder)).toHaveLength(7);
  });

  it.each([' ', 'a'.repeat(101), '\ud800'])('refuses a run by the name %j', (name) => {
    expect(() => {
      keepRun(temporaryFolder(), run(name));
    }).toThrow('name: expected a name of 1 to 100 characters');
  });

  it.each([
    ['{"format":"run","version":2}', 'expected a file of version 1, found 2; take a newer version'],
    ['{}', 'expected the format run, found nothing'],
    ['{"format":', 'other.run.json'],
    ['null', 'expected the format run, found nothing'],
    [
      JSON.stringify({ format: 'run', version: 1, ...run('a'), seed: 'b' }),
      'seed: expected a whole',
    ],
    [
      JSON.stringify({ format: 'run', version: 1, ...run('a'), history: [{}] }),
      'history: expected',
    ],
    [
      JSON.stringify({ format: 'run', version: 1, ...run('a'), bestEpoch: 3 }),
      'bestEpoch: expected the number of the epoch whose weights were kept, found 3',
    ],
    [
      JSON.stringify({
        ...{ format: 'run', version: 1, ...run('a') },
        history: [{ ...history[0], validationAccuracy: 5 }],
      }),
      'history: expected',
    ],
    [JSON.stringify({ format: 'run', version: 1, ...run(''), name: [] }), 'name: expected a text'],
  ])('names the file that it cannot read: %s', (text, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'other.run.json'), text);
    expect(() => readRuns(folder)).toThrow(message);
  });
});

describe('the table of runs', () => {
  it('tells of the epoch whose weights were kept, not of the luckiest', () => {
    const table = runTable([{ ...run('first try'), bestEpoch: 1 }]);
    expect(table.toRecords()).toMatchObject([{ epochs: 2, accuracy: 0.972, loss: 0.09 }]);
  });

  it('has a column for each setting in which runs differ, and the best run first', () => {
    const better = history.map((epoch) => ({ ...epoch, validationAccuracy: 0.99 }));
    const settings = { batchSize: 64, learningRate: 0.01, augment: true, page: 'a.png' };
    const table = runTable([
      run('plain', { ...settings, learningRate: 0.1, augment: false }),
      { ...run('varied', settings), history: better },
    ]);
    expect(table.columns).toEqual([
      ...['run', 'preset', 'learningRate', 'augment', 'seed'],
      ...['epochs', 'accuracy', 'loss', 'seconds'],
    ]);
    expect(table.toRecords()).toMatchObject([
      { run: 'varied', learningRate: 0.01, augment: 'true', accuracy: 0.99, loss: 0.06 },
      { run: 'plain', learningRate: 0.1, augment: 'false', accuracy: 0.981, loss: 0.06, epochs: 2 },
    ]);
  });
});
