import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits, type DigitSet } from '../../src/digits/digitSet';
import { readDigitTable, readLabelledTable } from '../../src/digits/digitTable';
import { loadMnist } from '../../src/digits/mnist';
import { runDigits } from './runDigits';

const folder = mkdtempSync(join(tmpdir(), 'classify-'));
const [known, unknown, answers] = ['train.csv', 'test.csv', 'submission.csv'].map((name) =>
  join(folder, name),
);
let digits: DigitSet;

function csvOf({ count, images, labels }: DigitSet, isKnown: boolean): string {
  const pixels = Array.from({ length: 784 }, (_, pixel) => `pixel${pixel}`);
  const rows = Array.from({ length: count }, (_, index) => {
    const values = Array.from(images.subarray(index * 784, (index + 1) * 784));
    return isKnown ? [labels[index], ...values] : values;
  });
  const header = isKnown ? ['label', ...pixels] : pixels;
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

beforeAll(async () => {
  digits = sliceDigits((await loadMnist()).train, 0, 60);
  writeFileSync(known, csvOf(digits, true));
  writeFileSync(unknown, csvOf(digits, false));
});

describe("a table of Kaggle's form", () => {
  it('is read as digits, with labels where it has them', () => {
    expect(readLabelledTable(known)).toEqual({
      ...digits,
      images: Uint8Array.from(digits.images),
      labels: Uint8Array.from(digits.labels),
    });
    expect(readDigitTable(unknown)).not.toHaveProperty('labels');
  });

  it.each([
    ['a,b\n1,2\n', 'expected columns pixel0 to pixel783'],
    ['pixel0,pixel1\n1,2\n', 'found 2 of them'],
    ['pixel0,pixel2,pixel3,pixel4\n1,2,3,4\n', 'expected columns pixel0'],
    ['pixel0\n256\n', 'row 1: expected a whole number from 0 to 255 as pixel0, found 256'],
    ['label,pixel0\n1,3\n10,3\n', 'row 2: expected a whole number from 0 to 9 as label, found 10'],
    ['pixel0\n\n', 'as pixel0, found null'],
  ])('is refused where it is %j', (text, message) => {
    const path = join(folder, 'wrong.csv');
    writeFileSync(path, text);
    expect(() => readDigitTable(path)).toThrow(message);
  });

  it('needs labels where these are asked for', () => {
    expect(() => readLabelledTable(unknown)).toThrow('expected a column label, found none');
    expect(() => readLabelledTable(join(folder, 'missing.csv'))).toThrow('missing.csv: expected');
  });
});

describe('digits classify', () => {
  it("writes the answers in the form of Kaggle's submissions", async () => {
    const { status } = await runDigits(['classify', '--csv', unknown, '--out', answers]);
    expect(status).toBe(0);
    const [header, ...rows] = readFileSync(answers, 'utf8').trim().split('\n');
    expect(header).toBe('ImageId,Label');
    expect(rows.map((row) => row.split(',')[0])).toEqual(
      Array.from({ length: 60 }, (_, index) => String(index + 1)),
    );
    const right = rows.filter((row, index) => Number(row.split(',')[1]) === digits.labels[index]);
    expect(right.length).toBeGreaterThanOrEqual(59);
  });
});

it('digits evaluate measures on such a table', async () => {
  const { status, stdout } = await runDigits(['evaluate', '--csv', known, '--json']);
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { count: number }).count).toBe(60);
});

it('digits train says how many digits a table must have', async () => {
  const { status, stderr } = await runDigits(['train', '--csv', known]);
  expect(status).toBe(1);
  expect(stderr).toContain('expected more than 11111 digits');
});
