import pl from 'nodejs-polars';
import { tabulate, type Cell, type ColumnType } from '../evaluation/tables';
import {
  rankCombinations,
  secondsOf,
  validationErrorOf,
  validationLossOf,
} from './rankCombinations';
import { isFinished, type Setting, type TrialResult } from './trial';

/** Writes a value of a setting for people: words as they are, the rest as JSON. */
export function settingText(value: Setting): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function columnType(values: readonly Setting[]): ColumnType {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length < values.length) return pl.Utf8;
  return numbers.every((value) => Math.trunc(value) === value && Math.abs(value) < 2 ** 31)
    ? pl.Int32
    : pl.Float64;
}

/** The columns of the settings that a sweep names, and what fills them. */
function settingColumns(results: readonly TrialResult[]): {
  columns: Record<string, ColumnType>;
  cells: (values: Readonly<Record<string, Setting>>) => Record<string, Cell>;
} {
  const names = Object.keys(results.at(0)?.trial.values ?? {});
  const columns = Object.fromEntries(
    names.map((name) => [name, columnType(results.map(({ trial }) => trial.values[name]))]),
  );
  const cell = (name: string, value: Setting): Cell =>
    columns[name] === pl.Utf8 ? settingText(value) : (value as number);
  return {
    columns,
    cells: (values) => Object.fromEntries(names.map((name) => [name, cell(name, values[name])])),
  };
}

/**
 * Tabulates what a sweep came to: a row a combination of values, the best on the validation digits first.
 *
 * @param results of one sweep, in any order
 * @returns the settings by their paths; `seeds`, how many trainings came to their end; `validationError`, the
 * mean share of wrong answers (0 to 1), and `spread`, its standard deviation between seeds; `validationLoss`
 * and `seconds` of a training, on average; `error`, why a training has failed
 */
export function sweepTable(results: readonly TrialResult[]): pl.DataFrame {
  const { columns, cells } = settingColumns(results);
  const rows = rankCombinations(results).map(({ values, finished, failed, ...means }) => ({
    ...cells(values),
    ...means,
    seeds: finished.length,
    error: failed.at(0)?.error,
  }));
  return tabulate<string>(rows, {
    ...columns,
    seeds: pl.Int32,
    validationError: pl.Float64,
    spread: pl.Float64,
    validationLoss: pl.Float64,
    seconds: pl.Float64,
    error: pl.Utf8,
  });
}

/**
 * Tabulates the trials of a sweep: a row a training, those of the best combination first.
 *
 * @param results of one sweep, in any order
 * @returns the settings by their paths; `seed`; of the best epoch the share of wrong answers to the validation
 * digits (0 to 1) and their loss; which epoch that was, and which the last; how many numbers the network
 * learned; the engine; the seconds of training; `error`, why it has failed
 */
export function trialTable(results: readonly TrialResult[]): pl.DataFrame {
  const { columns, cells } = settingColumns(results);
  const outcome = (result: TrialResult): Record<string, Cell> => {
    if (!isFinished(result)) return { error: result.error };
    return {
      validationError: validationErrorOf(result),
      validationLoss: validationLossOf(result),
      bestEpoch: result.bestEpoch,
      lastEpoch: result.history.length,
      parameters: result.parameters,
      engine: result.engine,
      seconds: secondsOf(result),
    };
  };
  const trials = rankCombinations(results).flatMap(({ finished, failed }) => [
    ...finished,
    ...failed,
  ]);
  const rows = trials.map((result) => ({
    ...cells(result.trial.values),
    seed: result.trial.seed,
    ...outcome(result),
  }));
  return tabulate<string>(rows, {
    ...columns,
    seed: columnType(trials.map(({ trial }) => trial.seed)),
    validationError: pl.Float64,
    validationLoss: pl.Float64,
    bestEpoch: pl.Int32,
    lastEpoch: pl.Int32,
    parameters: pl.Int32,
    engine: pl.Utf8,
    seconds: pl.Float64,
    error: pl.Utf8,
  });
}
