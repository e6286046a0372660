import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findJupyter } from '../../../tools/setup/jupyter';
import { runTools, type Finished } from '../../cli/runDigits';

const root = join(__dirname, '..', '..', '..');
const jupyter = await findJupyter(root);
if (!jupyter) console.error('There is no Jupyter: the notebook is not executed.');

interface Summary {
  readonly epochs: number;
  readonly weights: number;
  readonly baselineAccuracy: number;
  readonly testAccuracy: number;
  readonly digits: readonly string[];
  readonly plots: readonly string[];
}

describe.runIf(jupyter)('npm start', () => {
  let run: Finished;
  let summary: Summary;

  beforeAll(async () => {
    run = await runTools(['start', '--epochs', '1', '--seed', '2']);
    summary = JSON.parse(readFileSync(join(root, 'out/summary.json'), 'utf8')) as Summary;
  });

  it('executes the whole notebook in a real Jupyter, with the parameters it is given', () => {
    expect(run.stderr).toContain('Reading a page');
    expect(run.status).toBe(0);
    expect(summary).toMatchObject({ epochs: 1, weights: 215_194 });
  });

  // Usually 98.8 %.
  it('trains a network that reads the test digits and the sample page', () => {
    expect(summary.testAccuracy).toBeGreaterThan(0.98);
    expect(summary.baselineAccuracy).toBeCloseTo(0.82, 2);
    const truth = JSON.parse(readFileSync(join(root, 'data/sample-page.json'), 'utf8')) as Record<
      string,
      { lines: string[] }
    >;
    const expected = truth['sample-page.png'].lines.join('');
    const found = summary.digits.join('');
    expect(found.length).toBe(expected.length);
    const right = Array.from(found).filter((digit, index) => digit === expected[index]);
    expect(right.length).toBeGreaterThanOrEqual(36);
  });

  it('exports every plot in three formats', () => {
    expect(summary.plots.length).toBe(12);
    for (const path of summary.plots) expect(existsSync(join(root, 'notebooks', path))).toBe(true);
  });

  it('ends with a summary', () => {
    expect(run.stdout).toContain(`${(100 * summary.testAccuracy).toFixed(2)} %`);
    for (const line of summary.digits) expect(run.stdout).toContain(line);
    expect(run.stdout).toContain('handwritten_digit_recognition.ipynb');
  });
});

it('npm start refuses a parameter that the notebook would refuse, before it sets anything up', async () => {
  const environment = { PATH: '' };
  const { status, stdout, stderr } = await runTools(['start', '--epochs', '-1'], { environment });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^error: epochs: expected a whole number from 1 to 999, found -1\n/);
});

it('npm start refuses a parameter that the notebook does not have', async () => {
  const { status, stderr } = await runTools(['start', '--speed', '3']);
  expect(status).toBe(2);
  expect(stderr).toContain('--speed');
});
