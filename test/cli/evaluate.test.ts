import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/digits/digitSet';
import { encodeIdx } from '../../src/digits/idx';
import { loadMnist } from '../../src/digits/mnist';
import { runDigits, runTools } from './runDigits';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
const [images, labels, small] = ['images', 'labels', 'small'].map((name) => join(folder, name));

beforeAll(async () => {
  const digits = sliceDigits((await loadMnist()).train, 0, 200);
  writeFileSync(images, encodeIdx({ shape: [200, 28, 28], data: digits.images }));
  writeFileSync(labels, encodeIdx({ shape: [200], data: digits.labels }));
  writeFileSync(small, encodeIdx({ shape: [200, 14, 56], data: digits.images }));
});

describe('digits evaluate', () => {
  it('measures a model on any pair of IDX files', async () => {
    const { status, stdout } = await runDigits([
      'evaluate',
      '--json',
      '--images',
      images,
      '--labels',
      labels,
    ]);
    expect(status).toBe(0);
    const { count, accuracy, coverage } = JSON.parse(stdout) as {
      count: number;
      accuracy: number;
      coverage: readonly { count: number; accuracy: number; threshold: number }[];
    };
    expect(count).toBe(200);
    expect(accuracy).toBeGreaterThan(0.98);
    expect(coverage[0]).toMatchObject({ rejected: 0, count, accuracy });
    const thresholds = coverage.map(({ threshold }) => threshold);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => a - b));
    expect(coverage.at(-1)!.count).toBe(190);
  });

  it('says for people what rejecting doubtful answers is worth', async () => {
    const { stdout } = await runDigits(['evaluate', '--images', images, '--labels', labels]);
    const [, table] = stdout.split('rejected  least confidence  answers left  right of them\n');
    expect(table.trim().split('\n')).toHaveLength(7);
    expect(table).toMatch(/^ *0\.00 % +\d+\.\d\d % +200 +\d+\.\d\d %$/m);
    expect(table).toMatch(/^ *5\.00 % +\d+\.\d\d % +190 +\d+\.\d\d %$/m);
  });

  it("brings digits of another size to MNIST's form where that is asked for", async () => {
    const standIns = join(folder, 'stand-ins');
    expect((await runTools(['stand-ins', standIns])).status).toBe(0);
    const path = join(standIns, 'grey16');
    const files = ['--images', `${path}-images.idx`, '--labels', `${path}-labels.idx`];
    const { status, stdout } = await runDigits(['evaluate', '--json', '--normalize', ...files]);
    expect(status).toBe(0);
    const { count, accuracy } = JSON.parse(stdout) as { count: number; accuracy: number };
    expect(count).toBe(5000);
    expect(accuracy).toBeGreaterThan(0.97);
  });

  it.each([
    ['a model that is not there', ['--model', 'none'], 'expected a model, found no such file'],
    [
      'files that are swapped',
      ['--images', labels, '--labels', images],
      'expected images of the shape',
    ],
    [
      'images of another size',
      ['--images', small, '--labels', labels],
      'expected images of 28x28 pixels, found 56x14',
    ],
    [
      'a missing file',
      ['--images', `${images}.gz`, '--labels', labels],
      'expected a readable file',
    ],
  ])('fails with %s', async (_, args, message) => {
    const { status, stdout, stderr } = await runDigits(['evaluate', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('is used wrongly with images and no labels', async () => {
    const { status, stderr } = await runDigits(['evaluate', '--images', images]);
    expect(status).toBe(2);
    expect(stderr).toContain('--images and --labels go together');
  });
});
