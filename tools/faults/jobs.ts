import type { Job } from './job';
import { batching } from './jobs/batching';
import { building } from './jobs/building';
import { downloading } from './jobs/downloading';
import { exportingToAll } from './jobs/exporting';
import { keepingRuns, savingModels, savingReaders } from './jobs/saving';
import { sweeping } from './jobs/sweeping';
import { trainCommand, training } from './jobs/training';
import { unpacking } from './jobs/unpacking';

/** The jobs that can be killed, the quick ones first. */
export const jobs: readonly Job[] = [
  downloading,
  unpacking,
  keepingRuns,
  savingModels,
  savingReaders,
  ...exportingToAll,
  training,
  batching,
  sweeping,
  building,
  trainCommand,
];
