import type { ReliabilityBin } from '../../classifier/evaluation/evaluation';
import type { Figure } from '../figure';
import type { ScatterData } from 'plotly.js-dist';
import { colors, themedLayout } from '../theme';

/** Half the width of the interval that holds the true share in 95 of 100 cases (normal approximation). */
function uncertainty({ accuracy, count }: ReliabilityBin): number {
  // One more right and one more wrong answer keep it above zero (Agresti and Coull, 1998).
  const share = (accuracy * count + 2) / (count + 4);
  return 1.96 * Math.sqrt((share * (1 - share)) / (count + 4));
}

function beforeTrace(bins: readonly ReliabilityBin[]): Partial<ScatterData> {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: 'before',
    x: bins.map(({ confidence }) => confidence),
    y: bins.map(({ accuracy }) => accuracy),
    line: { color: colors.orange, dash: 'dot' },
    marker: { symbol: 'diamond-open', size: 9 },
    hovertemplate: 'before, confidence %{x:.1%}: right in %{y:.1%}<extra></extra>',
  };
}

/**
 * Draws a reliability diagram: in ranges of confidence, how often the network was right, over how many
 * answers there are in each (Guo et al., arXiv 1706.04599).
 *
 * @param bins ranges of confidence; those without answers are left out
 * @param before the same of the network before it was calibrated. @default not drawn
 */
export function reliabilityFigure(
  bins: readonly ReliabilityBin[],
  before: readonly ReliabilityBin[] = [],
): Figure {
  const filled = bins.filter(({ count }) => count > 0);
  const earlier = before.filter(({ count }) => count > 0);
  const axis = { tickformat: '.0%', range: [0, 1.02] as [number, number] };
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'perfectly honest',
        x: [0, 1],
        y: [0, 1],
        line: { color: colors.line, dash: 'dash' },
        hoverinfo: 'skip',
      },
      ...(earlier.length > 0 ? [beforeTrace(earlier)] : []),
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: earlier.length > 0 ? 'after, 95 % intervals' : 'network, 95 % intervals',
        x: filled.map(({ confidence }) => confidence),
        y: filled.map(({ accuracy }) => accuracy),
        error_y: {
          type: 'data',
          array: filled.map(uncertainty),
          color: colors.blue,
          thickness: 1,
          width: 3,
        },
        line: { color: colors.blue },
        hovertemplate: 'confidence %{x:.1%}: right in %{y:.1%}<extra></extra>',
      },
      {
        type: 'bar',
        showlegend: false,
        x: filled.map(({ from, to }) => (from + to) / 2),
        y: filled.map(({ count }) => count),
        width: filled.map(({ from, to }) => (to - from) * 0.9),
        yaxis: 'y2',
        marker: { color: colors.line },
        hovertemplate: '%{y:,} answers<extra></extra>',
      },
    ],
    layout: themedLayout('Is the confidence justified?', 520, {
      xaxis: { ...axis, title: { text: 'confidence of the answer' }, anchor: 'y2' },
      yaxis: { ...axis, title: { text: 'share of right answers' }, domain: [0.36, 1] },
      yaxis2: {
        title: { text: 'answers' },
        domain: [0, 0.26],
        type: 'log',
        dtick: 1,
        exponentformat: 'none',
        tickformat: ',',
      },
    }),
  };
}
