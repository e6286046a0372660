import type { ScatterData } from 'plotly.js-dist';
import {
  coverageAt,
  REJECTED_SHARES,
  type CoveragePoint,
} from '../../classifier/evaluation/coverage';
import type { Figure } from '../figure';
import { colors, themedLayout } from '../theme';

function drawPoints(points: readonly CoveragePoint[]): Partial<ScatterData> {
  return {
    type: 'scatter',
    x: points.map(({ rejected }) => rejected),
    y: points.map(({ accuracy }) => 1 - accuracy),
    customdata: points.map(({ threshold }) => threshold),
    line: { color: colors.blue, shape: 'hv' },
    hovertemplate:
      '%{x:.2%} rejected, below a confidence of %{customdata:.2%}<br>' +
      '%{y:.3%} of the rest wrong<extra></extra>',
  };
}

/**
 * Draws how seldom the remaining answers are wrong where the least confident are rejected: a risk-coverage
 * curve, with the confidence that some shares stand for (Geifman and El-Yaniv, arXiv 1705.08500).
 *
 * @param curve as `coverageCurve` gives it
 */
export function coverageFigure(curve: readonly CoveragePoint[]): Figure {
  const [everything, ...marked] = coverageAt(curve);
  const shares = REJECTED_SHARES.slice(1);
  const [left, right] = [shares[0] / 1.6, shares[shares.length - 1] * 1.6];
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'nothing rejected',
        x: [left, right],
        y: [1 - everything.accuracy, 1 - everything.accuracy],
        line: { color: colors.line, dash: 'dash' },
        hoverinfo: 'skip',
      },
      {
        ...drawPoints(curve.filter(({ rejected }) => rejected > 0 && rejected < right)),
        mode: 'lines',
        showlegend: false,
      },
      {
        ...drawPoints(marked),
        mode: 'text+markers',
        name: 'accepted from this confidence',
        texttemplate: '%{customdata:.1%}',
        textposition: 'top right',
        marker: { color: colors.blue, size: 8 },
        cliponaxis: false,
      },
    ],
    layout: themedLayout('What rejecting doubtful answers is worth', 380, {
      xaxis: {
        title: { text: 'share rejected, the least confident first' },
        type: 'log',
        range: [Math.log10(left), Math.log10(right)],
        tickvals: shares,
        tickformat: '.1~%',
      },
      yaxis: {
        title: { text: 'share of wrong answers in the rest' },
        tickformat: '.2%',
        rangemode: 'tozero',
      },
    }),
  };
}
