import type { ScatterData } from 'plotly.js-dist';
import type { Figure } from '../figure';
import { colors, themedLayout } from '../theme';

/** Something measured at one size. */
export interface GrowthPoint {
  readonly x: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One quantity as it grows, along a line or several. */
export interface GrowthPanel {
  /** The quantity with its unit. */
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly GrowthPoint[] }[];
}

const styles: readonly Partial<ScatterData>[] = [
  { line: { color: colors.blue } },
  { line: { color: colors.orange, dash: 'dot' }, marker: { symbol: 'diamond' } },
];

/**
 * Draws how two quantities grow with a third, with the least and the most of each measurement.
 *
 * @param title says what grows
 * @param axis what it grows with
 * @param panels two, of the same one or two lines in the same order
 */
export function growthFigure(title: string, axis: string, panels: readonly GrowthPanel[]): Figure {
  const [left, right] = panels;
  const xaxis = { title: { text: axis }, rangemode: 'tozero' } as const;
  const yaxis = ({ title: text }: GrowthPanel): object => ({
    title: { text },
    rangemode: 'tozero',
    tickformat: ',',
  });
  return {
    data: panels.flatMap(({ lines }, panel) =>
      lines.map(({ name, points }, index): Partial<ScatterData> => ({
        type: 'scatter',
        mode: 'lines+markers',
        name,
        legendgroup: name,
        ...styles[index],
        ...(panel === 1 && { xaxis: 'x2', yaxis: 'y2', showlegend: false }),
        x: points.map(({ x }) => x),
        y: points.map(({ median }) => median),
        error_y: {
          type: 'data',
          symmetric: false,
          array: points.map(({ max, median }) => max - median),
          arrayminus: points.map(({ median, min }) => median - min),
          thickness: 1,
          width: 3,
        },
        hovertemplate: `${name}, %{x:,}: %{y}<extra></extra>`,
      })),
    ),
    layout: themedLayout(title, 360, {
      grid: { rows: 1, columns: 2, pattern: 'independent', xgap: 0.25 },
      xaxis,
      xaxis2: xaxis,
      yaxis: yaxis(left),
      yaxis2: yaxis(right),
      showlegend: true,
    }),
  };
}
