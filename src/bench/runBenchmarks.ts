import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMnist } from '../digits/mnistSources';
import { run } from '../processes/childProcess';
import { examineMachine } from './machine';
import { peersPython, peerVersions } from './peers';
import { report } from './report';
import { readResults, updateResults, writeResults, type RowResult } from './results';
import { allRows } from './rows';
import { runRow } from './runRow';
import { writeWhole } from '../files/wholeFile';

/** Which measurements to make. */
export interface BenchmarkOptions {
  /** The numbers of the rows. */
  readonly numbers: readonly number[];
  /** How often each competitor runs, at least 1. */
  readonly repeats: number;
  /** Called with every row as soon as it is measured. */
  readonly onRow: (row: RowResult) => void;
}

/**
 * Measures rows and writes benchmarks.json, benchmarks.md and the plots in docs; the rows that are not
 * measured stay there as they were.
 *
 * @param project the project's folder
 * @throws Error where MNIST is nowhere to be had or a file can't be written
 */
export async function runBenchmarks(
  project: string,
  { numbers, repeats, onRow }: BenchmarkOptions,
): Promise<void> {
  const docs = join(project, 'docs');
  const python = peersPython(project);
  const machine = examineMachine(await peerVersions(python));
  const scratch = mkdtempSync(join(tmpdir(), 'digits-bench-'));
  try {
    const places = { project, mnist: (await findMnist()).folder, python, scratch };
    for (const row of allRows(places).filter(({ number }) => numbers.includes(number))) {
      const result = await runRow(row, repeats, machine);
      const rows = updateResults(readResults(join(docs, 'benchmarks.json')), result);
      writeResults(join(docs, 'benchmarks.json'), rows);
      writeWhole(join(docs, 'benchmarks.md'), report(rows));
      await draw(docs, result);
      onRow(result);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** In a process of its own: on Linux the peak memory of a process is at least what its parent had when it started. */
async function draw(docs: string, { number }: RowResult): Promise<void> {
  const args = [join(__dirname, 'tasks', 'drawRow.js'), docs, String(number)];
  const { status, output } = await run(process.execPath, args);
  if (status !== 0) throw new Error(`the plot of row ${number} could not be drawn: ${output}`);
}
