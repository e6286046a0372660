import type { Machine } from '../../../tools/bench/machine';
import type { RowResult } from '../../../tools/bench/results';
import { memory, time, type Competitor } from '../../../tools/bench/row';

export const machine: Machine = {
  processor: 'A processor',
  cores: 2,
  memoryGigabytes: 16,
  system: 'Linux 6',
  versions: { Node: '20.19.0', keras: '3.15.1' },
};

/** One that runs a script in Node. */
export function competitor(name: string, script: string): Competitor {
  return {
    name,
    runs: `the script ${name}`,
    command: process.execPath,
    args: ['--eval', script],
  };
}

const common = {
  title: 'A sample',
  about: 'What is done.',
  date: '2026-11-22',
  repeats: 3,
  machine,
};

/** A row of one that is compared to, one that failed once, one that failed always, and one that is not there. */
export const rowResult: RowResult = {
  ...common,
  number: 2,
  name: 'sample',
  quantities: [time, { key: 'accuracy', title: 'accuracy', unit: '%' }],
  baseline: 'this project',
  results: [
    {
      name: 'this project',
      runs: 'ours',
      values: { seconds: [2, 4, 3], accuracy: [99, 99, 99] },
      failures: [],
    },
    {
      name: 'slow',
      runs: 'theirs',
      values: { seconds: [6, 9], accuracy: [98, 99] },
      failures: ['it diverged'],
    },
    {
      name: 'broken',
      runs: 'theirs',
      values: { seconds: [], accuracy: [] },
      failures: ['no file', 'no file', 'no memory'],
    },
    {
      name: 'absent',
      runs: 'theirs',
      values: { seconds: [], accuracy: [] },
      failures: [],
      missing: 'torch',
    },
  ],
};

/** A row that shows growth along two lines. */
export const growthResult: RowResult = {
  ...common,
  number: 6,
  name: 'growth',
  quantities: [time, memory],
  axis: 'megapixels',
  results: ['native', 'WebAssembly'].flatMap((line) =>
    [1, 2].map((x) => ({
      name: `${line}, ${x} megapixels`,
      runs: 'ours',
      point: { line, x },
      values: { seconds: [x, x, 3 * x], peakMegabytes: [100, 100, 100] },
      failures: [],
    })),
  ),
};
