import { Command } from 'commander';
import { collectParts } from '../batch/collectParts';
import { printable } from '../numbers/printable';
import { tableEndings, writeTable } from '../view/tableFile';
import type { TableRows } from '../view/tableRows';
import { findPictures } from './findPictures';
import { makeRoom, parseTablePath } from './outputPaths';
import { rowsOption } from './rowsOption';

interface CollectOptions {
  readonly out: string;
  readonly rows: TableRows;
}

/** So many names are printed at most. */
const MOST_NAMED = 20;

/** The command that puts together what `batch` has read. */
export function collectCommand(): Command {
  return new Command('collect')
    .description(
      'Combine the results of `batch` into one table, as `recognize --out` writes it, and list missing ' +
        'pictures. Exit code 1: some are missing or could not be read.',
    )
    .argument('<folder>', 'folder that batch wrote')
    .argument('<paths...>', 'the same pictures as for batch')
    .requiredOption('--out <file>', `table to write (${tableEndings.join(', ')})`, parseTablePath)
    .addOption(rowsOption())
    .action(collect);
}

async function collect(
  folder: string,
  paths: readonly string[],
  { out, rows }: CollectOptions,
  command: Command,
): Promise<void> {
  makeRoom('--out', out, command);
  const files = await findPictures(paths);
  const { table, missing, failed, double } = collectParts(folder, files, rows);
  writeTable(table, out);
  const told = files.length - missing.length;
  console.error(`${out}: ${told} of ${files.length} pictures, ${failed.length} could not be read`);
  if (double > 0) console.error(`read more than once, and told once: ${double}`);
  for (const { file, readAs } of missing.slice(0, MOST_NAMED)) {
    const hint =
      readAs === undefined ? '' : ` (read as ${readAs}; give the paths as batch was given them)`;
    console.error(`missing: ${printable(file + hint)}`);
  }
  if (missing.length > MOST_NAMED) console.error(`… and ${missing.length - MOST_NAMED} more`);
  if (missing.length + failed.length > 0) process.exitCode = 1;
}
