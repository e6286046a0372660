import { basename, extname, join } from 'node:path';
import { Command } from 'commander';
import type pl from 'nodejs-polars';
import { preferThroughput } from '../engine/preferThroughput';
import { planSweep, type SweepDescription } from '../classifier/sweep/planSweep';
import { rankCombinations, validationErrorOf } from '../classifier/sweep/rankCombinations';
import { settingText, sweepTable, trialTable } from '../classifier/sweep/sweepTables';
import { isFinished, type Trial, type TrialResult } from '../classifier/sweep/trial';
import { makeFolder } from '../files/makeFolder';
import { readRegularFile } from '../files/regularFile';
import { oneLine } from '../numbers/quote';
import { startProgress, type Progress } from './progress';
import { runSweep } from '../classifier/sweep/runSweep';
import { exportFigure } from '../view/exportFigure';
import { sweepFigure } from '../view/figures/sweepFigure';
import { writeTable } from '../view/tableFile';
import { alignColumns } from './alignColumns';
import { wholeNumberFrom } from './parseWholeNumber';
import { percent } from '../numbers/percent';
import { queueOption } from './queueOption';

interface SweepCommandOptions {
  readonly grid: string;
  readonly out?: string;
  readonly processes?: number;
  readonly queue?: string;
}

const EXAMPLES = 'docs/sweeps.md has examples';

function readSweep(path: string): Trial[] {
  const text = readRegularFile(path, 'a sweep as JSON', { mend: EXAMPLES }).toString('utf8');
  let description: SweepDescription;
  try {
    description = JSON.parse(text) as SweepDescription;
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`${path}: expected a sweep as JSON, found: ${message}; ${EXAMPLES}`, {
      cause: error,
    });
  }
  return planSweep(description, path);
}

function trialLine(result: TrialResult): string {
  const { values, seed } = result.trial;
  const settings = Object.entries(values).map(([name, value]) => `${name} ${settingText(value)}`);
  const outcome = isFinished(result)
    ? `validation error ${percent(validationErrorOf(result))}`
    : `failed: ${oneLine(result.error)}`;
  return [...settings, `seed ${seed}`].join(', ') + `: ${outcome}`;
}

function report(results: readonly TrialResult[]): string[] {
  const names = Object.keys(results[0].trial.values);
  const share = (value: number | undefined): string => (value === undefined ? '-' : percent(value));
  const rows = rankCombinations(results).map((combination) => {
    const { values, finished, failed, validationError, spread, validationLoss, seconds } =
      combination;
    return [
      ...names.map((name) => settingText(values[name])),
      share(validationError),
      share(spread),
      validationLoss?.toFixed(4) ?? '-',
      seconds === undefined ? '-' : `${seconds.toFixed(1)} s`,
      `${finished.length} of ${finished.length + failed.length}`,
    ];
  });
  return alignColumns([
    [...names, 'validation error', 'spread', 'loss', 'training', 'seeds'],
    ...rows,
  ]);
}

/** Writes a table for spreadsheets and for programs. */
function writeTables(table: pl.DataFrame, path: string): void {
  for (const ending of ['csv', 'parquet']) writeTable(table, `${path}.${ending}`);
}

async function runTrials(
  trials: readonly Trial[],
  folder: string,
  { processes, queue }: Pick<SweepCommandOptions, 'processes' | 'queue'>,
): Promise<TrialResult[]> {
  let progress: Progress | undefined;
  let [over, before] = [0, 0];
  const results = await runSweep(trials, {
    folder,
    ...(processes !== undefined && { processes }),
    ...(queue !== undefined && { queue }),
    onProgress: ({ step, steps }) => {
      if (!progress) before = step;
      progress ??= startProgress(`${over} of ${trials.length} trials`, steps - before, 'steps');
      progress.update(step - before);
    },
    onResult: (result, isKept) => {
      progress?.end();
      progress = undefined;
      over++;
      console.error(`${trialLine(result)}${isKept ? ' (kept)' : ''}`);
    },
  });
  progress?.end();
  return results;
}

async function sweep({ grid, out, ...where }: SweepCommandOptions): Promise<void> {
  preferThroughput();
  const trials = readSweep(grid);
  const folder = out ?? join('out', 'sweeps', basename(grid, extname(grid)));
  console.error(`${trials.length} trials into ${folder}; after a stop the same command goes on`);
  makeFolder(folder);
  const results = await runTrials(trials, folder, where);
  writeTables(sweepTable(results), join(folder, 'results'));
  writeTables(trialTable(results), join(folder, 'trials'));
  await exportFigure(sweepFigure(results), join(folder, 'sweep'));
  console.log(report(results).join('\n'));
  console.error(`tables and figure: ${folder}`);
  if (!results.every(isFinished)) process.exitCode = 1;
}

/** The command that trains a preset with many values of its hyperparameters, and compares them. */
export function sweepCommand(): Command {
  return new Command('sweep')
    .description('Train with many values of hyperparameters and compare on the validation digits')
    .requiredOption('--grid <file>', 'JSON file that says what to train; see docs/sweeps.md')
    .option('--out <folder>', 'folder for the results (default: out/sweeps/NAME_OF_THE_FILE)')
    .option(
      '--processes <number>',
      'number of parallel trainings (default: one per core)',
      wholeNumberFrom(1),
    )
    .addOption(queueOption('let workers train that `worker` has started, by way of Redis'))
    .action(sweep);
}
