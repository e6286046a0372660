import type { ScatterData } from 'plotly.js-dist';
import type { Run } from '../../classifier/runs/runStore';
import type { Figure } from '../figure';
import { colors } from '../theme';
import { epochPanels } from './epochPanels';

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
    layout: epochPanels(
      'Runs compared by the validation digits',
      Math.max(1, ...runs.map(({ history }) => history.length)),
      'validation ',
    ),
  };
}
