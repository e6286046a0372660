import { describe, expect, it } from 'vitest';
import { failuresOf, report, rowTable } from '../../../tools/bench/report';
import { growthResult, machine, rowResult } from './samples';

const cells = (table: string): string[][] =>
  table.split('\n').map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((text) => text.trim()),
  );

describe('the table of a row', () => {
  it('gives median, least and most, and the ratio of the medians', () => {
    const [header, , own, slow] = cells(rowTable(rowResult));
    expect(header).toEqual(['', 'time (s), lower is better', 'times this project', 'accuracy (%)']);
    expect(own).toEqual(['this project', '3 (2–4)', '1', '99']);
    expect(slow).toEqual(['slow', '7.50 (6–9)', '2.50', '98.5 (98–99)']);
  });

  it('says who failed and who is not installed', () => {
    const [, , , , broken, absent] = cells(rowTable(rowResult));
    expect(broken).toEqual(['broken', 'failed', '', 'failed']);
    expect(absent).toEqual(['absent', 'not installed', '', 'not installed']);
  });

  it('compares nothing where there is no baseline, or where it failed', () => {
    const titles = ['', 'time (s), lower is better', 'peak memory (MB), lower is better'];
    expect(cells(rowTable(growthResult))[0]).toEqual(titles);
    const broken = cells(rowTable({ ...rowResult, baseline: 'broken' }));
    expect(broken.slice(2).map((line) => line[2])).toEqual(['', '', '', '']);
  });
});

it('failures are counted, and equal reasons told once', () => {
  expect(failuresOf(rowResult)).toEqual([
    'slow: 1 of 3 runs failed: it diverged',
    'broken: 3 of 3 runs failed: no file; no memory',
  ]);
});

describe('the report', () => {
  const text = report([rowResult, growthResult]);

  it('tells of every row the question, the figures, the plot, what was run, and the command', () => {
    expect(text).toContain('## 2. A sample\n\nWhat is done.\n\n| ');
    expect(text).toContain('![A sample](benchmarks-sample.png)');
    expect(text).toContain('- this project: ours.\n- slow; broken; absent: theirs.');
    expect(text).toContain('- all: ours.');
    expect(text).toContain('`npm run bench -- --rows 2 --repeats 3`, 2026-11-22\n');
    expect(text).toContain('- **slow: 1 of 3 runs failed: it diverged**');
  });

  it('names the machine once, or with each row where there are several', () => {
    const account = 'A processor, 2 cores, 16 GB; Linux 6; Node 20.19.0; keras 3.15.1';
    expect(text.split(account)).toHaveLength(2);
    const other = { ...growthResult, machine: { ...machine, cores: 8 } };
    const both = report([rowResult, other]);
    expect(both).toContain(`2026-11-22, on: ${account}`);
    expect(both).toContain(`2026-11-22, on: ${account.replace('2 cores', '8 cores')}`);
  });
});
