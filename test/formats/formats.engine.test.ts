import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBatchRecord } from '../../src/batch/batchFolder';
import { listParts, picturesOf } from '../../src/batch/parts';
import { classifyDigits } from '../../src/classifier/classify';
import { loadCard, loadModel } from '../../src/classifier/folder/modelFolder';
import { readRuns } from '../../src/classifier/runs/runStore';
import { startEngine } from '../../src/engine/engine';
import { FORMAT_VERSION } from '../../src/files/formatVersion';
import { readReader } from '../../src/reader/folder/readerFolder';
import { readCheckpoint } from '../../src/training/checkpoint';
import { temporaryFolder } from '../setup/temporaryFolder';
import { samples, writeSampleFiles } from './sampleFiles';

const data = join(__dirname, '../data');
const versions = readdirSync(data).filter((name) => name.startsWith('version-'));

beforeAll(startEngine);

describe.each(versions)('files of %s', (version) => {
  const folder = join(data, version);

  it('are still read: a model and its card', async () => {
    expect(loadCard(join(folder, 'model'))).toMatchObject({ preset: 'quick', temperature: 1.5 });
    const model = await loadModel(join(folder, 'model'));
    const image = Uint8Array.from({ length: 784 }, (_, at) => (7 * at) % 256);
    const answers = await classifyDigits(model, image, 1);
    model.dispose();
    const expected = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as number[];
    Array.from(answers).forEach((answer, digit) => {
      expect(answer).toBeCloseTo(expected[digit], 4);
    });
  });

  it('are still read: runs, the state of a training, and the parts of a batch', () => {
    expect(readRuns(join(folder, 'runs'))).toEqual([samples.run]);
    expect(readCheckpoint(join(folder, 'checkpoints'), 'a training')).toEqual(samples.state);
    expect(readBatchRecord(join(folder, 'batch')).id).toMatch(/^[0-9a-f]{64}$/);
    const [part] = listParts(join(folder, 'batch'));
    expect(picturesOf(part)).toEqual([{ file: 'a.png', key: 'k1', isFailed: true }]);
  });
});

/** Every file of a folder, and the names that its JSON has. */
function layoutOf(folder: string): { readonly path: string; readonly keys: readonly string[] }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'answers.json')
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const keys = name.endsWith('.json')
        ? Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object)
        : [];
      return { path: path.slice(folder.length), keys };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

it('what is written today has all of the newest version: what takes something away needs another number', async () => {
  const folder = temporaryFolder();
  await writeSampleFiles(folder);
  const today = layoutOf(folder);
  for (const { path, keys } of layoutOf(join(data, `version-${FORMAT_VERSION}`))) {
    const same = today.find((file) => file.path === path);
    expect(same?.keys, path).toEqual(expect.arrayContaining([...keys]));
  }
});

it('a file of a later version is refused, by its name', async () => {
  const folder = temporaryFolder();
  await writeSampleFiles(folder);
  const later = (...names: string[]): void => {
    const path = join(folder, ...names);
    const content = readFileSync(path, 'utf8');
    writeFileSync(path, content.replace(/"version": ?1/, '"version":2'));
  };
  later('model', 'card.json');
  later('runs', 'first%20try.run.json');
  later('checkpoints', 'checkpoint-0001', 'state.json');
  later('batch', 'batch.json');
  const message = /expected a file of version 1, found 2; take a newer version of this project/;
  await expect(loadModel(join(folder, 'model'))).rejects.toThrow(message);
  expect(() => readRuns(join(folder, 'runs'))).toThrow(message);
  expect(() => readCheckpoint(join(folder, 'checkpoints'), 'a training')).toThrow(message);
  expect(() => readBatchRecord(join(folder, 'batch'))).toThrow(message);

  const reader = join(__dirname, '../../models/reader/reader.json');
  const description = JSON.parse(readFileSync(reader, 'utf8')) as object;
  writeFileSync(join(folder, 'reader.json'), JSON.stringify({ ...description, version: 2 }));
  expect(() => readReader(folder)).toThrow(message);
});
