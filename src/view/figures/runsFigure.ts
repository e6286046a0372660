import type { ScatterData } from 'plotly.js-dist';
import type { Run } from '../../classifier/runs/runStore';
import type { Figure } from '../figure';
import { colors, themedLayout } from '../theme';

/** Colours and symbols together tell runs apart, also where colours do not. */
const [hues, symbols] = [
  [colors.blue, colors.orange, colors.green, colors.yellow, colors.purple],
  ['circle', 'diamond', 'square', 'triangle-up', 'x', 'star', 'cross'],
] as const;

/**
 * Draws how runs got better on the validation digits: loss and accuracy by epoch, a line a run.
 *
 * @param runs as `readRuns` reads them; none is fine
 */
export function runsFigure(runs: readonly Run[]): Figure {
  const longest = Math.max(1, ...runs.map(({ history }) => history.length));
  const axis = {
    title: { text: 'epoch' },
    range: [0, longest * 1.05] as [number, number],
    dtick: Math.ceil(longest / 10),
  };
  return {
    data: runs.flatMap(({ name, history }, at): Partial<ScatterData>[] => {
      const common = {
        type: 'scatter',
        mode: 'lines+markers',
        name,
        legendgroup: name,
        x: history.map(({ epoch }) => epoch),
        line: { color: hues[at % hues.length] },
        marker: { symbol: symbols[at % symbols.length], size: 8 },
      } as const;
      return [
        {
          ...common,
          y: history.map(({ validationLoss }) => validationLoss),
          hovertemplate: `${name}, epoch %{x}: %{y:.3f}<extra></extra>`,
        },
        {
          ...common,
          xaxis: 'x2',
          yaxis: 'y2',
          showlegend: false,
          y: history.map(({ validationAccuracy }) => validationAccuracy),
          hovertemplate: `${name}, epoch %{x}: %{y:.2%}<extra></extra>`,
        },
      ];
    }),
    layout: themedLayout('Runs compared by the validation digits', 380, {
      grid: { rows: 1, columns: 2, pattern: 'independent', xgap: 0.25 },
      xaxis: axis,
      xaxis2: axis,
      yaxis: { title: { text: 'validation loss (nats)' }, rangemode: 'tozero' },
      yaxis2: {
        title: { text: 'validation accuracy' },
        tickformat: '.1%',
        autorangeoptions: { clipmin: 0, clipmax: 1 },
      },
      showlegend: true,
    }),
  };
}
