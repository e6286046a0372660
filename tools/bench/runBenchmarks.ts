import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMnist } from '../../src/digits/mnistSources';
import { run } from '../../src/processes/childProcess';
import { examineMachine } from './machine';
import { peersPython, peerVersions } from './peers';
import { report } from './report';
import { readResults, updateResults, writeResults, type RowResult } from './results';
import { allRows } from './rows';
import { runRow } from './runRow';
import { makeFolder } from '../../src/files/makeFolder';
import { writeWhole } from '../../src/files/wholeFile';

/** Which measurements to make. */
export interface BenchmarkOptions {
  /** The numbers of the rows. */
  readonly numbers: readonly number[];
  /** How often each competitor runs, at least 1. */
  readonly repeats: number;
  /** Gets benchmarks.json, benchmarks.md and the plots; rows that are not measured stay there as they were. */
  readonly folder: string;
  /** Called with every row as soon as it is measured. */
  readonly onRow: (row: RowResult) => void;
}

/**
 * Measures rows, and writes a report of them with plots.
 *
 * @param project the project's folder
 * @throws Error where MNIST is nowhere to be had or a file can't be written
 */
export async function runBenchmarks(
  project: string,
  { numbers, repeats, folder, onRow }: BenchmarkOptions,
): Promise<void> {
  makeFolder(folder);
  const python = peersPython(project);
  const machine = examineMachine(await peerVersions(python));
  const scratch = mkdtempSync(join(tmpdir(), 'digits-bench-'));
  try {
    const places = { project, mnist: (await findMnist()).folder, python, scratch };
    for (const row of allRows(places).filter(({ number }) => numbers.includes(number))) {
      const result = await runRow(row, repeats, machine);
      const rows = updateResults(readResults(join(folder, 'benchmarks.json')), result);
      writeResults(join(folder, 'benchmarks.json'), rows);
      writeWhole(join(folder, 'benchmarks.md'), report(rows));
      await draw(folder, result);
      onRow(result);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** In a process of its own: on Linux the peak memory of a process is at least what its parent had when it started. */
async function draw(folder: string, { number }: RowResult): Promise<void> {
  const args = [join(__dirname, 'tasks', 'drawRow.js'), folder, String(number)];
  const { status, output } = await run(process.execPath, args);
  if (status !== 0) throw new Error(`the plot of row ${number} could not be drawn: ${output}`);
}
