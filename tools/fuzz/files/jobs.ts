import { mkdirSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { checkChunkTask } from '../../../src/batch/chunkTask';
import { planSweep } from '../../../src/classifier/sweep/planSweep';
import { keepInside } from '../../../src/files/pathCheck';
import { isShipped } from '../../../src/files/shippedModels';
import { readJson } from '../../../src/files/wholeFile';
import { happens, pick } from '../../../src/numbers/chance';
import { taskOf } from '../../../src/classifier/sweep/sweepJob';
import { demand, type FuzzKind } from '../fuzzKind';
import { mutateJson } from '../mutateJson';

/** Stands for the folder in which jobs are allowed. */
const ROOT = '<root>';

/** Paths inside and outside. */
const paths = [
  `${ROOT}/out`,
  `${ROOT}/../out`,
  `${ROOT}/link/out`,
  '/etc',
  'out',
  '..',
  ROOT,
] as const;

/** What queues bring: chunks of batches and trials of sweeps, some of which lead out of the folder. */
export const jobsKind: FuzzKind = {
  name: 'jobs',
  create: (random) => {
    const any = (usual: string): string => (happens(random, 0.2) ? pick(random, paths) : usual);
    const folder = any(`${ROOT}/out`);
    const chunk = {
      ...{ folder, batch: 'b', reader: any('reader'), base: any(ROOT) },
      pictures: [
        { file: 'a.png', key: 'k' },
        { file: any('b.png'), key: 'k' },
      ],
    };
    const [trial] = planSweep({ preset: 'quick', values: { epochs: [1] } });
    return { 'job.json': mutateJson(random, happens(random, 0.5) ? chunk : { folder, trial }) };
  },
  read: (folder) => {
    const path = join(folder, 'job.json');
    const job: unknown = JSON.parse(JSON.stringify(readJson(path)).replaceAll(ROOT, folder));
    const check = keepInside([folder], 'choose another');
    const demandInside = (named: string): void => {
      const isInside = named === folder || resolve(named).startsWith(folder + sep);
      demand(isInside && !named.includes('link'), `${named} is allowed`);
    };
    mkdirSync(join(folder, 'trials'));
    symlinkSync('/etc', join(folder, 'link'));
    try {
      if (typeof job === 'object' && job !== null && 'trial' in job) {
        demandInside(taskOf(job, check).checkpoints);
        return;
      }
      const { reader, base, pictures, ...chunk } = checkChunkTask(job, check);
      demandInside(chunk.folder);
      if (!isShipped(reader)) demandInside(reader);
      for (const { file } of pictures) demandInside(resolve(base, file));
    } catch (error) {
      // It has no file of its own to name.
      if (error instanceof Error) error.message = `${path}: ${error.message}`;
      throw error;
    } finally {
      unlinkSync(join(folder, 'link'));
      rmdirSync(join(folder, 'trials'));
    }
  },
};
