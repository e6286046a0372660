import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { fuzz, type Failure, type KindSummary } from '../fuzz/fuzz';
import { kinds } from '../fuzz/kinds';
import { startProgress } from '../../src/cli/progress';
import { markdownTable } from '../../src/view/markdownTable';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';

interface FuzzCommandOptions {
  readonly cases: number;
  readonly seed: number;
  readonly first: number;
  readonly kinds?: readonly string[];
  readonly out: string;
}

const names = kinds.map(({ name }) => name);

function parseKinds(text: string): string[] {
  const chosen = text.split(',').map((name) => name.trim());
  const stranger = chosen.find((name) => !names.includes(name));
  if (stranger === undefined) return chosen;
  throw new InvalidArgumentError(`Expected some of ${names.join(', ')}, found "${stranger}".`);
}

function failureText({ seed, number, kind, message, files }: Failure): string {
  const again = `npm run fuzz -- --seed ${seed} --first ${number} --cases 1`;
  return `failed: ${kind}, seed ${seed}, case ${number}: ${message}\n  files: ${files ?? 'none'}\n  again: ${again}`;
}

function summaryTable(summaries: readonly KindSummary[]): string {
  const rows = summaries.map(({ kind, read, refused, failed, seconds, memory }) => [
    ...[kind, read + refused + failed, read, refused, failed],
    ...[`${seconds.toFixed(2)} s`, `${(memory / 1e6).toFixed(0)} MB`],
  ]);
  const header = ['kind', 'cases', 'read', 'refused', 'failed', 'longest', 'most memory'];
  return markdownTable([header, ...rows]);
}

async function runFuzz({ cases, ...options }: FuzzCommandOptions): Promise<void> {
  const progress = startProgress('Fuzzing', cases, 'cases');
  const { kinds, failures } = await fuzz({
    ...options,
    cases,
    onCase: (done) => {
      progress.update(done);
    },
    onFailure: (failure) => {
      progress.beside(() => {
        console.error(failureText(failure));
      });
    },
  });
  progress.end();
  console.log([summaryTable(kinds), '', `${failures.length} failures`].join('\n'));
  if (failures.length > 0) process.exitCode = 1;
}

/** The command that puts made-up and damaged files before all that reads files. */
export function fuzzCommand(): Command {
  return new Command('fuzz')
    .description(
      'Read generated and damaged files of every kind, and check that each is read or rejected clearly, within ' +
        'limits of time and memory. Exit code 1: some were not.',
    )
    .option('--cases <number>', 'number of files or folders to read', wholeNumberFrom(1), 2000)
    .option('--seed <number>', 'equal seeds give equal files', wholeNumberFrom(0), 1)
    .option('--first <number>', 'the number of the first case', wholeNumberFrom(0), 0)
    .addOption(
      new Option(
        '--kinds <names>',
        `only these kinds, such as png,gif; choices: ${names.join(', ')}`,
      ).argParser(parseKinds),
    )
    .option('--out <folder>', 'folder for the files of failed cases', join('out', 'fuzz'))
    .action(runFuzz);
}
