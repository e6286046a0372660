import { median } from '../../numbers/median';
import type { Layout, ScatterData } from 'plotly.js-dist';
import { canonicalJson } from '../../classifier/settings/rules';
import { rankCombinations, validationErrorOf } from '../../classifier/sweep/rankCombinations';
import { isFinished, type TrialResult } from '../../classifier/sweep/trial';
import type { Figure } from '../figure';
import { colors, figureWidth, themedLayout } from '../theme';
import { shareAxis, valueAxis } from './valueAxis';
import { percent } from '../../numbers/percent';

type Axis = NonNullable<Layout['xaxis']>;

/** One setting, and the value that every trial had for it. */
interface Panel {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** Pixels of the figure left and right of all panels, and between two of them. */
const sides = 80;
const gap = 40;
const panelHeight = 240;

/** The settings that differ between the trials; the seed where none does. */
function findPanels(results: readonly TrialResult[]): Panel[] {
  const names = Object.keys(results.at(0)?.trial.values ?? {});
  const panels = names.map((name) => ({
    name,
    values: results.map(({ trial }) => trial.values[name]),
  }));
  const varied = panels.filter(({ values }) => new Set(values.map(canonicalJson)).size > 1);
  if (varied.length > 0) return varied;
  return [{ name: 'seed', values: results.map(({ trial }) => `${trial.seed}`) }];
}

/** A setting's path, in lines that fit under a panel. */
function titleOf(name: string, width: number): string {
  const longest = width / 8;
  const lines = [''];
  for (const part of name.split(/(?<=\.)/)) {
    const line = lines[lines.length - 1];
    if (line && line.length + part.length > longest) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.join('<br>');
}

function describe(result: TrialResult): string {
  const { values, seed } = result.trial;
  const settings = Object.entries(values).map(
    ([name, value]) => `${name} ${JSON.stringify(value)}`,
  );
  const outcome = isFinished(result) ? `${percent(validationErrorOf(result))} wrong` : result.error;
  return [...settings, `seed ${seed}`, outcome].map((line) => line.slice(0, 80)).join('<br>');
}

/** A training and its place along one axis. */
interface Point {
  readonly result: TrialResult;
  readonly x: number | string;
}

const markers = {
  training: { color: colors.blue, size: 8, opacity: 0.45 },
  best: { color: colors.orange, size: 11, symbol: 'diamond' },
  failed: { size: 9, symbol: 'x-thin', line: { color: colors.orange, width: 2 } },
} satisfies Record<string, NonNullable<ScatterData['marker']>>;

/** Draws trainings of one kind; those without an error lie at the top. */
function drawMarkers(
  name: string,
  points: readonly Point[],
  marker: NonNullable<ScatterData['marker']>,
  top = NaN,
): Partial<ScatterData> {
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    legendgroup: name,
    marker,
    x: points.map(({ x }) => x),
    y: points.map(({ result }) => (isFinished(result) ? validationErrorOf(result) : top)),
    text: points.map(({ result }) => describe(result)),
    hovertemplate: '%{text}<extra>%{fullData.name}</extra>',
  };
}

/** Names every kind of trace once, where it is first drawn. */
function withLegend(traces: readonly Partial<ScatterData>[]): Partial<ScatterData>[] {
  const named = new Set<string>();
  return traces
    .filter(({ x }) => x!.length > 0)
    .map((trace) => {
      const showlegend = !named.has(trace.name!);
      named.add(trace.name!);
      return { ...trace, showlegend };
    });
}

/** A line through the medians, unless it would only join dots that differ in other settings, or in none. */
function drawMedians(points: readonly Point[], isAlone: boolean): Partial<ScatterData> {
  const errors = new Map<number | string, number[]>();
  for (const { result, x } of points) {
    if (isFinished(result)) errors.set(x, [...(errors.get(x) ?? []), validationErrorOf(result)]);
  }
  const places = [...new Set(points.map(({ x }) => x))].filter((x) => errors.has(x));
  const isOrdered = places.every((x): x is number => typeof x === 'number');
  if (isOrdered) places.sort((a, b) => a - b);
  const isRepeated = [...errors.values()].flat().length >= 2 * places.length;
  const x = isRepeated || (isAlone && isOrdered) ? places : [];
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'median',
    legendgroup: 'median',
    line: { color: colors.blue },
    hoverinfo: 'skip',
    x,
    y: x.map((place) => median(errors.get(place)!)),
  };
}

/**
 * Draws what each varied setting of a sweep does to the share of wrong answers to the validation digits: a
 * panel a setting, a dot a training, and the medians of those with the same value as a line.
 *
 * @param results of one sweep, at least one; those that failed are crosses at the top
 */
export function sweepFigure(results: readonly TrialResult[]): Figure {
  const panels = findPanels(results);
  const columns = Math.min(panels.length, panels.length === 4 ? 2 : 3);
  const rows = Math.ceil(panels.length / columns);
  const width = (figureWidth - sides - gap * (columns - 1)) / columns;
  const { axis: errors, top } = shareAxis(
    results.filter(isFinished).map(validationErrorOf),
    panelHeight,
  );
  const [first, ...others] = rankCombinations(results);
  const best = new Set<TrialResult>(others.length > 0 ? first.finished : []);

  const axes: Record<string, Partial<Axis>> = {};
  const data = panels.flatMap(({ name, values }, index) => {
    const { positions, axis } = valueAxis(values, width);
    const number = index === 0 ? '' : String(index + 1);
    const isLeft = index % columns === 0;
    axes[`xaxis${number}`] = { ...axis, title: { text: titleOf(name, width) } };
    axes[`yaxis${number}`] = isLeft
      ? { ...errors, title: { text: 'validation error' } }
      : { ...errors, showticklabels: false, ticks: '' };
    const points = results.map((result, trial) => ({ result, x: positions[trial] }));
    const finished = points.filter(({ result }) => isFinished(result));
    const isBest = ({ result }: Point): boolean => best.has(result);
    return [
      drawMarkers(
        'a training',
        finished.filter((point) => !isBest(point)),
        markers.training,
      ),
      drawMedians(points, panels.length === 1),
      drawMarkers('best combination', finished.filter(isBest), markers.best),
      drawMarkers(
        'failed',
        points.filter(({ result }) => !isFinished(result)),
        markers.failed,
        top,
      ),
    ].map((trace) => ({ ...trace, xaxis: `x${number}`, yaxis: `y${number}` }));
  });
  return {
    data: withLegend(data),
    layout: themedLayout('Validation error by setting', rows * panelHeight + 100, {
      grid: { rows, columns, pattern: 'independent', xgap: 0.1, ygap: 0.35 },
      showlegend: true,
      ...axes,
    }),
  };
}
