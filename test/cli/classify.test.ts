import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCard } from '../../src/classifier/folder/modelFolder';
import { loadMnist } from '../../src/digits/mnist';
import { runDigits } from './runDigits';

const folder = mkdtempSync(join(tmpdir(), 'classify-'));
const inFolder = (name: string): string => join(folder, name);

/** A digit and its pixels. */
type Row = readonly number[];

/** The first 600 digits of MNIST, sorted by label. */
let rows: Row[];

const header = ['label', ...Array.from({ length: 784 }, (_, pixel) => `pixel${pixel}`)];

function writeTable(name: string, columns: readonly string[], values: readonly Row[]): string {
  const lines = [columns, ...values].map((row) => `${row.join(',')}\n`);
  writeFileSync(inFolder(name), lines.join(''));
  return inFolder(name);
}

beforeAll(async () => {
  const { images, labels } = (await loadMnist()).train;
  const all = Array.from({ length: 600 }, (_, index): Row => [
    labels[index],
    ...images.subarray(index * 784, (index + 1) * 784),
  ]);
  rows = all.sort(([one], [other]) => one - other);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('digits classify', () => {
  it.each([
    ['bright ink on dark', (value: number) => value],
    ['dark ink on light', (value: number) => 255 - value],
  ])("writes the answers to %s in the form of Kaggle's submissions", async (_, shade) => {
    const some = rows.filter((__, index) => index % 10 === 0);
    const pixels = some.map(([, ...values]) => values.map(shade));
    const csv = writeTable('test.csv', header.slice(1), pixels);
    const out = inFolder('submission.csv');
    const { status } = await runDigits(['classify', '--csv', csv, '--out', out]);
    expect(status).toBe(0);
    const [first, ...answers] = readFileSync(out, 'utf8').trim().split('\n');
    expect(first).toBe('ImageId,Label');
    expect(answers.map((answer) => answer.split(',')[0])).toEqual(
      Array.from({ length: 60 }, (__, index) => String(index + 1)),
    );
    const right = answers.filter(
      (answer, index) => Number(answer.split(',')[1]) === some[index][0],
    );
    expect(right.length).toBeGreaterThanOrEqual(59);
  });

  it("brings digits of any size to MNIST's form where that is asked for", async () => {
    // Every second pixel of every second line.
    const isLeft = (_: unknown, at: number): boolean =>
      at % 2 === 0 && Math.floor(at / 28) % 2 === 0;
    const small = rows.slice(-60).map(([, ...values]) => values.filter(isLeft));
    const csv = writeTable('small.csv', header.slice(1, 197), small);
    const out = inFolder('small-answers.csv');
    const command = ['classify', '--csv', csv, '--out', out];
    expect((await runDigits(command)).stderr).toContain('found 14x14; --normalize brings');
    expect((await runDigits([...command, '--normalize'])).status).toBe(0);
    const nines = readFileSync(out, 'utf8')
      .split('\n')
      .filter((answer) => answer.endsWith(',9'));
    expect(nines.length).toBeGreaterThan(50);
  });
});

it('digits evaluate measures on such a table', async () => {
  const csv = writeTable('known.csv', header, rows.slice(0, 40));
  const { status, stdout } = await runDigits(['evaluate', '--csv', csv, '--json']);
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { count: number }).count).toBe(40);
});

describe('digits train', () => {
  it('learns from a table that is sorted by label, and takes it as it is where it has learned', async () => {
    const [csv, out] = [writeTable('train.csv', header, rows), inFolder('model')];
    const training = ['train', '--csv', csv, '--preset', 'quick', '--epochs', '4', '--out', out];
    for (const args of [training, [...training, '--resume']]) {
      const { status, stdout, stderr } = await runDigits(args);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(stdout).toMatch(/^test accuracy: .* of 60,/m);
      expect(stdout).toMatch(/^engines: +(agree within|one only)/m);
    }
    const card = loadCard(out)!;
    expect(card.data).toMatchObject({ name: 'train.csv', trainingCount: 480, validationCount: 60 });
    // Usually 75 %; with half of the digits never seen, it would be 50 at most.
    expect(card.test.accuracy).toBeGreaterThan(0.6);
  });

  it('says which digits a table does not show, and how many it must have', async () => {
    const csv = writeTable('few.csv', header, [...rows.slice(0, 30), ...rows.slice(-30)]);
    const { status, stderr } = await runDigits(['train', '--csv', csv]);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'few.csv: shows no 1, 2, 3, 4, 5, 6, 7, 8: the network does not learn',
    );
    expect(stderr).toContain('few.csv: expected at least 100 digits to learn from, found 60');
  });
});
