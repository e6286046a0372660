import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRows } from '../../../tools/bench/rows';

const project = join(__dirname, '..', '..', '..');
const rows = allRows({ project, mnist: 'MNIST', python: 'python', scratch: 'scratch' });

it('are numbered from 1', () => {
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
});

describe.each(rows.map((row) => [row.name, row] as const))('row %s', (_, row) => {
  it('compares competitors of different names to one of them', () => {
    const names = row.competitors.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (row.baseline !== undefined) expect(names).toContain(row.baseline);
  });

  it('runs scripts that are there', () => {
    const scripts = [...row.preparations, ...row.competitors]
      .flatMap(({ args }) => args)
      .filter((path) => /\.(js|mjs|py)$/.test(path))
      .map((path) => join(project, relative(project, path)))
      // What is compiled may be out of date.
      .map((path) =>
        path.replace(join(project, 'dist'), join(project, 'src')).replace(/\.js$/, '.ts'),
      );
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(existsSync(script), script).toBe(true);
  });

  it('has a place on a line for every competitor where it shows growth, and for none elsewhere', () => {
    for (const { point } of row.competitors) {
      expect(point !== undefined).toBe(row.axis !== undefined);
    }
  });
});
