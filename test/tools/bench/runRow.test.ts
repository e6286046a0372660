import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { time, type Row } from '../../../tools/bench/row';
import { runRow } from '../../../tools/bench/runRow';
import { temporaryFolder } from '../../setup/temporaryFolder';
import { competitor, machine } from './samples';

let log: string;
let told: string[];
beforeEach(() => {
  log = join(temporaryFolder(), 'log');
  told = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => told.push(line));
  return () => vi.restoreAllMocks();
});

/** A script that notes that it ran, with which seed, and does something. */
const noting = (name: string, script: string): string =>
  `require('fs').appendFileSync(${JSON.stringify(log)}, '${name}' + process.env.BENCH_SEED + ' ');
  ${script}`;

const telling = (seconds: string): string => `console.log(JSON.stringify({ seconds: ${seconds} }))`;

const row = (): Row => ({
  number: 1,
  name: 'sample',
  title: 'A sample',
  about: '',
  quantities: [time],
  baseline: 'a',
  preparations: [
    competitor('', noting('first', 'throw new Error("no disk")')),
    { ...competitor('', noting('never', '')), needs: 'torch' },
  ],
  competitors: [
    competitor('a', noting('a', telling('10 + Number(process.env.BENCH_SEED)'))),
    competitor('b', noting('b', "if (process.env.BENCH_SEED === '2') throw new Error('oh')")),
    { ...competitor('c', noting('c', '')), needs: 'torch' },
    { ...competitor('d', noting('d', telling('4'))), needs: 'keras' },
  ],
});

describe('running a row', () => {
  it('prepares, then lets all take turns; each round has a seed of its own', async () => {
    await runRow(row(), 3, machine);
    expect(readFileSync(log, 'utf8')).toBe('first1 a1 b1 d1 a2 b2 d2 a3 b3 d3 ');
  });

  it('keeps every measurement, and what it is told of', async () => {
    const result = await runRow(row(), 2, machine);
    expect(result).toMatchObject({ number: 1, title: 'A sample', repeats: 2, machine });
    expect(result.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(result).not.toHaveProperty('competitors');
    const [a, , , d] = result.results;
    expect(a).toEqual({
      name: 'a',
      runs: 'the script a',
      values: { seconds: [11, 12] },
      failures: [],
    });
    expect(d.values.seconds).toEqual([4, 4]);
  });

  it('keeps and tells why a run failed, and goes on', async () => {
    const { results } = await runRow(row(), 3, machine);
    expect(results[1].failures).toEqual(['exit code 1: Error: oh']);
    expect(results[1].values.seconds).toHaveLength(2);
    expect(told).toContain('  run 2 of 3, b: failed: exit code 1: Error: oh');
    expect(told).toContain('  preparation failed: exit code 1: Error: no disk');
  });

  it('leaves those out by name whose package is not installed', async () => {
    const { results } = await runRow(row(), 1, machine);
    expect(results[2]).toMatchObject({ missing: 'torch', values: { seconds: [] }, failures: [] });
    expect(told).toContain('  c: skipped, there is no torch');
  });
});
