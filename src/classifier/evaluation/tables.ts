import pl from 'nodejs-polars';
import type { CoveragePoint } from './coverage';
import type { Evaluation } from './evaluation';
import type { EpochResult } from '../epochResult';

export type ColumnType = typeof pl.Int32 | typeof pl.Float64 | typeof pl.Utf8;
export type Cell = number | string | undefined;

/** A table with a row for each object and a column for each name, also where there is no row. */
export function tabulate<Name extends string>(
  rows: readonly Readonly<Partial<Record<Name, Cell>>>[],
  columns: Readonly<Record<Name, ColumnType>>,
): pl.DataFrame {
  const names = Object.keys(columns) as Name[];
  const series = names.map((name) => {
    const values = rows.map((row) => row[name] ?? null);
    return pl.Series(name, values, columns[name]);
  });
  return pl.DataFrame(series);
}

/** Tabulates a training: a row an epoch, a column a figure. */
export function historyTable(history: readonly EpochResult[]): pl.DataFrame {
  return tabulate(history, {
    epoch: pl.Int32,
    loss: pl.Float64,
    accuracy: pl.Float64,
    validationLoss: pl.Float64,
    validationAccuracy: pl.Float64,
    seconds: pl.Float64,
  });
}

/** Tabulates how well each digit is recognised: a row a digit. */
export function classTable({ perClass }: Pick<Evaluation, 'perClass'>): pl.DataFrame {
  return tabulate(perClass, {
    digit: pl.Int32,
    support: pl.Int32,
    precision: pl.Float64,
    recall: pl.Float64,
    f1: pl.Float64,
  });
}

/** Tabulates which digits were taken for which others, the most frequent confusion first. */
export function confusionTable({ confusion }: Pick<Evaluation, 'confusion'>): pl.DataFrame {
  const rows = confusion.flatMap((answers, digit) =>
    answers.map((count, answer) => ({ digit, answer, count })),
  );
  const confusions = rows.filter(({ digit, answer, count }) => digit !== answer && count > 0);
  return tabulate(
    confusions.sort((a, b) => b.count - a.count),
    { digit: pl.Int32, answer: pl.Int32, count: pl.Int32 },
  );
}

/** Tabulates how good the remaining answers are where the least confident are rejected: a row a point. */
export function coverageTable(points: readonly CoveragePoint[]): pl.DataFrame {
  return tabulate(points, {
    rejected: pl.Float64,
    threshold: pl.Float64,
    count: pl.Int32,
    accuracy: pl.Float64,
  });
}
