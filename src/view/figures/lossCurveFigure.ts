import type { ScatterData } from 'plotly.js-dist';
import type { Figure } from '../figure';
import { themedLayout } from '../theme';

/** Points of a loss that depends on one number. */
export interface LossPoints {
  /** The number: a weight, or how many steps were taken. */
  readonly x: readonly number[];
  /** The loss at each of them, in nats. */
  readonly loss: readonly number[];
}

/** Steps of gradient descent along a curve. */
export interface LossWalk extends LossPoints {
  readonly name: string;
}

/**
 * Draws a loss as a curve, and steps of gradient descent as points that follow each other along it.
 *
 * @param title one line over the figure
 * @param xTitle what the numbers on the horizontal axis are
 * @param walks none, or a few
 * @default walks none
 */
export function lossCurveFigure(
  title: string,
  xTitle: string,
  curve: LossPoints,
  walks: readonly LossWalk[] = [],
): Figure {
  const symbols = ['circle', 'diamond', 'square', 'x'] as const;
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'loss',
        x: [...curve.x],
        y: [...curve.loss],
        hovertemplate: `${xTitle} %{x:.3~r}: loss %{y:.3f}<extra></extra>`,
      },
      ...walks.map(({ name, x, loss }, index): Partial<ScatterData> => ({
        type: 'scatter',
        mode: 'lines+markers',
        name,
        x: [...x],
        y: [...loss],
        marker: { symbol: symbols[index % symbols.length], size: 9 },
        line: { width: 1, dash: 'dot' },
        hovertemplate: `${name}, step %{pointNumber}: loss %{y:.3f}<extra></extra>`,
      })),
    ],
    layout: themedLayout(title, 340, {
      xaxis: { title: { text: xTitle } },
      yaxis: { title: { text: 'loss (nats)' } },
      showlegend: walks.length > 0,
    }),
  };
}
