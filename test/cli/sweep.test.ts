import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pl from 'nodejs-polars';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/picture/file/readPicture';
import { runDigits, type Finished } from './runDigits';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

// A filter of 25x25 pixels is larger than what the second convolution looks at.
const values = { epochs: [1], batchSize: [50], 'layers.0.filters': [4], 'layers.3.size': [3, 25] };
const description = { preset: 'quick', seeds: [1, 2], trainingCount: 200, values };

describe('digits sweep', () => {
  const out = join(folder, 'out');
  let first: Finished;
  let second: Finished;

  beforeAll(async () => {
    const grid = write('sizes.json', description);
    first = await runDigits(['sweep', '--grid', grid, '--out', out]);
    second = await runDigits(['sweep', '--grid', grid, '--out', out]);
  });

  it('prints the combinations on stdout, the best first', () => {
    const [heads, best, failed, ...rest] = first.stdout.trimEnd().split('\n');
    expect(heads.trim().split(/ {2,}/)).toEqual([
      ...Object.keys(values),
      'validation error',
      'spread',
      'loss',
      'training',
      'seeds',
    ]);
    expect(best).toMatch(/^ +1 +50 +4 +3 +\d+\.\d\d % +\d+\.\d\d % +\d\.\d{4} +\d+\.\d s +2 of 2$/);
    expect(failed).toMatch(/^ +1 +50 +4 +25 +- +- +- +- +0 of 2$/);
    expect(rest).toEqual([]);
  });

  it('tells of every trial as it ends, and that some have failed', () => {
    expect(first.stderr).toContain(
      'epochs 1, batchSize 50, layers.0.filters 4, layers.3.size 3, seed 2: validation error',
    );
    expect(first.stderr).toContain('layers.3.size 25, seed 1: failed: expected layers that fit');
    expect(first.status).toBe(1);
  });

  it('writes tables, and nothing that is not whole', () => {
    // With the mark that tells Excel how it is written.
    const [head] = readFileSync(join(out, 'results.csv'), 'utf8').split('\n');
    expect(head).toBe(
      '\uFEFFepochs,batchSize,layers.0.filters,layers.3.size,' +
        'seeds,validationError,spread,validationLoss,seconds,error',
    );
    expect(pl.readParquet(join(out, 'results.parquet')).shape).toEqual({ height: 2, width: 10 });
    const trials = pl.readParquet(join(out, 'trials.parquet')).toRecords();
    expect(trials.map(({ seed, 'layers.3.size': size }) => [seed, size])).toEqual([
      [1, 3],
      [2, 3],
      [1, 25],
      [2, 25],
    ]);
    expect(trials[2].error).toMatch(/^expected layers that fit together/);
    for (const { validationError: error } of trials.slice(0, 2)) {
      // 200 digits teach a little.
      expect(error).toBeGreaterThan(0.05);
      expect(error).toBeLessThan(0.85);
    }
    expect(readdirSync(out).sort()).toEqual([
      'results.csv',
      'results.parquet',
      'sweep.html',
      'sweep.png',
      'sweep.svg',
      'trials',
      'trials.csv',
      'trials.parquet',
    ]);
  });

  it('draws a figure', async () => {
    const { width } = await decodePicture(readFileSync(join(out, 'sweep.png')));
    expect(width).toBe(1400);
  });

  it('trains nothing again that is there', () => {
    expect(second.stderr.match(/\(kept\)$/gm)).toHaveLength(2);
    expect(second.stdout).toBe(first.stdout);
  });

  it.each([
    [[], 2, "required option '--grid <file>' not specified"],
    [['--grid', 'x.json', '--processes', '0'], 2, 'Expected a whole number from 1, found "0"'],
    [
      ['--grid', join(folder, 'none.json')],
      1,
      'none.json: expected a sweep as JSON, found no such file',
    ],
    [['--grid', write('half.json', '{"preset":')], 1, 'half.json: expected a sweep as JSON, found'],
    [
      ['--grid', write('wrong.json', { ...description, value: {} })],
      1,
      'wrong.json: value: unknown; expected one of preset, seeds, trainingCount, random, values',
    ],
  ])('is used wrongly with %j', async (args, code, message) => {
    const { status, stdout, stderr } = await runDigits(['sweep', ...args]);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(message);
  });
});

it.skipIf(process.platform === 'win32')('Ctrl-C stops it, and leaves no lock behind', async () => {
  const out = join(folder, 'stopped');
  const grid = write('long.json', { preset: 'quick', seeds: [1, 2], values: { epochs: [200] } });
  const { status } = await runDigits(['sweep', '--grid', grid, '--out', out], {
    killAt: ' steps (',
    signal: 'SIGINT',
  });
  expect(status).toBe(130);
  expect(readdirSync(out)).toEqual(['trials']);
  expect(existsSync(join(out, 'trials', '.lock'))).toBe(false);
});
