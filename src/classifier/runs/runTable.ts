import pl from 'nodejs-polars';
import { tabulate, type Cell, type ColumnType } from '../evaluation/tables';
import type { Run } from './runStore';

/** What has a column of its own, or is nothing to a training. */
const told = ['run', 'preset', 'seed', 'epochs', 'page'];

/**
 * Tabulates runs: a row each, the best by the validation accuracy of its network first.
 *
 * @returns `run`, `preset`, every setting in which any two of them differ, `seed`, `epochs` that were run, `accuracy`
 * and `loss` of the validation digits after the epoch whose weights the network has, `seconds` of training
 */
export function runTable(runs: readonly Run[]): pl.DataFrame {
  const names = [...new Set(runs.flatMap(({ settings }) => Object.keys(settings)))].filter(
    (name) => !told.includes(name),
  );
  const differing = names.filter(
    (name) => new Set(runs.map(({ settings }) => settings[name])).size > 1,
  );
  const columns: Record<string, ColumnType> = { run: pl.Utf8, preset: pl.Utf8 };
  for (const name of differing) {
    const isNumber = runs.every(({ settings }) => typeof (settings[name] ?? 0) === 'number');
    columns[name] = isNumber ? pl.Float64 : pl.Utf8;
  }
  Object.assign(columns, { seed: pl.Int32, epochs: pl.Int32 });
  Object.assign(columns, { accuracy: pl.Float64, loss: pl.Float64, seconds: pl.Float64 });
  const rows = runs.map(
    ({ name, preset, settings, seed, history, bestEpoch }): Record<string, Cell> => {
      const kept = history.find(({ epoch }) => epoch === bestEpoch);
      const own = differing.map((setting): [string, Cell] => {
        const value = settings[setting];
        return [setting, columns[setting] === pl.Utf8 ? String(value) : (value as Cell)];
      });
      return {
        run: name,
        preset,
        ...Object.fromEntries(own),
        seed,
        epochs: history.length,
        accuracy: kept?.validationAccuracy,
        loss: kept?.validationLoss,
        seconds: history.reduce((sum, { seconds }) => sum + seconds, 0),
      };
    },
  );
  rows.sort((a, b) => Number(b.accuracy ?? 0) - Number(a.accuracy ?? 0));
  return tabulate(rows, columns);
}
