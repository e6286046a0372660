import { Command, InvalidArgumentError, Option } from 'commander';
import { installPeers } from '../bench/peers';
import { failuresOf, rowTable } from '../bench/report';
import type { RowResult } from '../bench/results';
import { allRows } from '../bench/rows';
import { runBenchmarks } from '../bench/runBenchmarks';
import { projectFolder } from '../../src/files/projectFolder';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';

interface BenchOptions {
  readonly rows: readonly number[];
  readonly repeats: number;
  readonly install: boolean;
  readonly out: string;
}

// The titles do not depend on where things lie.
const rows = allRows({ project: '', mnist: '', python: '', scratch: '' });
const numbers = rows.map(({ number }) => number);

function parseRows(text: string): number[] {
  return text.split(',').map((part) => {
    const number = numbers.find((known) => String(known) === part.trim());
    if (number !== undefined) return number;
    throw new InvalidArgumentError(
      `Expected numbers from 1 to ${numbers.length} like 1,3, found "${text}".`,
    );
  });
}

function printRow(row: RowResult): void {
  const failures = failuresOf(row);
  console.log([`${row.number}. ${row.title}`, rowTable(row), ...failures, ''].join('\n'));
  if (failures.length > 0) process.exitCode = 1;
}

async function bench({ rows: chosen, repeats, install, out }: BenchOptions): Promise<void> {
  const project = projectFolder();
  if (install) await installPeers(project);
  await runBenchmarks(project, { numbers: chosen, repeats, folder: out, onRow: printRow });
}

/** The command that measures this project and its peers on this machine. */
export function benchCommand(): Command {
  const described = rows.map(({ number, title }) => `  ${number}  ${title}`);
  return new Command('bench')
    .description('Compare the speed of this project with other tools, and write a report')
    .addOption(
      new Option('--rows <numbers>', 'rows to measure, such as 1,3')
        .argParser(parseRows)
        .default(numbers, 'all'),
    )
    .option('--repeats <number>', 'number of runs of each competitor', wholeNumberFrom(1), 3)
    .option('--out <folder>', 'folder for the report and its data', 'out/bench')
    .option(
      '--install',
      'first install the peers of bench/requirements.txt into bench/.venv',
      false,
    )
    .addHelpText('after', `\nRows:\n${described.join('\n')}`)
    .action(bench);
}
