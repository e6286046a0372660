import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBatchRecord } from '../../../src/batch/batchFolder';
import { picturesOf } from '../../../src/batch/parts';
import { loadClassifier } from '../../../src/classifier/folder/loadClassifier';
import { loadCard } from '../../../src/classifier/folder/modelFolder';
import { readRuns } from '../../../src/classifier/runs/runStore';
import { readDigitTable } from '../../../src/digits/digitTable';
import { readIdx } from '../../../src/digits/idx';
import { readJson } from '../../../src/files/wholeFile';
import { readNotebook } from '../../notebook/readNotebook';
import { pick } from '../../../src/numbers/chance';
import { readPenWriters } from '../../../src/pages/hand/strokeFolder';
import { readLabels } from '../../../src/pages/labels/labelFile';
import { readPicture } from '../../../src/picture/file/readPicture';
import { readReader } from '../../../src/reader/folder/readerFolder';
import { readCorrections } from '../../../src/learning/corrections';
import { readCheckpoint } from '../../../src/training/checkpoint';
import type { FuzzKind } from '../fuzzKind';

const makers: readonly ((path: string) => void)[] = [
  (path) => execFileSync('mkfifo', [path]),
  (path) => {
    writeFileSync(path, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    truncateSync(path, 2 ** 33);
  },
  (path) => {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 28);
  },
  (path) => {
    mkdirSync(path);
  },
];

/** What reads each file that people give, by its name in a folder. */
const readers: Readonly<Record<string, (path: string) => unknown>> = {
  'picture.png': readPicture,
  'labels.json': (path) => readLabels(dirname(path)),
  'corrections.csv': readCorrections,
  'digits.csv': readDigitTable,
  'images.idx': readIdx,
  'card.json': (path) => loadCard(dirname(path)),
  'model.json': (path) => loadClassifier(dirname(path)),
  'model.h5': loadClassifier,
  'model.keras': loadClassifier,
  'reader.json': (path) => readReader(dirname(path)),
  'a.run.json': (path) => readRuns(dirname(path)),
  'batch.json': (path) => readBatchRecord(dirname(path)),
  'a.parquet': picturesOf,
  'grid.json': readJson,
  'a.ipynb': readNotebook,
  'a.ndjson': (path) => readPenWriters(dirname(path)),
  'checkpoint-0001/state.json': (path) => readCheckpoint(dirname(dirname(path)), 'a training'),
};

/** Pipes that nobody writes to, files that are nearly all holes, and folders, in the place of files: each must be refused. */
export const noPlainFileKind: FuzzKind = {
  name: 'no plain file',
  create: () => ({}),
  read: async (folder, random) => {
    const [name, read] = pick(random, Object.entries(readers));
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    pick(random, process.platform === 'win32' ? makers.slice(1) : makers)(path);
    try {
      await read(path);
    } finally {
      for (const made of readdirSync(folder)) rmSync(join(folder, made), { recursive: true });
    }
  },
};
