import type { BarData, ScatterData } from 'plotly.js-dist';
import type { Figure } from '../figure';
import { colors, themedLayout } from '../theme';

/** What was measured of one of those that are compared. */
export interface Bar {
  readonly name: string;
  /** Whether it is drawn in the colour that stands out. */
  readonly standsOut: boolean;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The median as people read it. */
  readonly text: string;
}

/** One quantity of all that are compared. */
export interface BarPanel {
  /** The quantity with its unit. */
  readonly title: string;
  readonly bars: readonly Bar[];
}

function drawBars({ bars }: BarPanel, xaxis: 'x' | 'x2'): Partial<BarData> {
  return {
    type: 'bar',
    orientation: 'h',
    xaxis,
    y: bars.map(({ name }) => name),
    x: bars.map(({ median }) => median),
    marker: { color: bars.map(({ standsOut }) => (standsOut ? colors.blue : colors.line)) },
    error_x: {
      type: 'data',
      symmetric: false,
      array: bars.map(({ max, median }) => max - median),
      arrayminus: bars.map(({ median, min }) => median - min),
      color: colors.text,
      thickness: 1,
      width: 3,
    },
    hovertemplate: '%{y}: %{x}<extra></extra>',
  };
}

/** The numbers, behind the error bars: plotly would write those of bars over them. */
function drawNumbers({ bars }: BarPanel, xaxis: 'x' | 'x2'): Partial<ScatterData> {
  return {
    type: 'scatter',
    mode: 'text',
    xaxis,
    y: bars.map(({ name }) => name),
    x: bars.map(({ max }) => max),
    // Spaces that are not cut off.
    text: bars.map(({ text }) => `\u00a0\u00a0${text}`),
    textposition: 'middle right',
    hoverinfo: 'skip',
  };
}

/**
 * Draws measurements as bars, with the least and the most of each, a panel a quantity.
 *
 * @param title says what was compared
 * @param panels one or two, of the same names in the same order
 */
export function comparisonFigure(title: string, panels: readonly BarPanel[]): Figure {
  const [first, second = first] = panels;
  const axis = ({ title: text, bars }: BarPanel): object => ({
    title: { text },
    // Leaves room for the numbers.
    range: [0, 1.35 * Math.max(...bars.map(({ max }) => max))],
    nticks: 5,
    tickformat: ',',
  });
  return {
    data: panels.flatMap((panel, index) => {
      const xaxis = index === 0 ? 'x' : 'x2';
      return [drawBars(panel, xaxis), drawNumbers(panel, xaxis)];
    }),
    layout: themedLayout(title, 130 + 30 * first.bars.length, {
      grid: { rows: 1, columns: panels.length, pattern: 'coupled', xgap: 0.1 },
      xaxis: axis(first),
      xaxis2: axis(second),
      yaxis: { autorange: 'reversed', showgrid: false, ticks: '', ticklabelstandoff: 5 },
      bargap: 0.35,
      showlegend: false,
    }),
  };
}
