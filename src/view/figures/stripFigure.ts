import { lineProbabilities } from '../../reader/line/lineProbabilities';
import type { StripAnswers } from '../../reader/line/lineReader';
import { STRIP_STRIDE, type Strip } from '../../reader/line/strip';
import type { Figure } from '../figure';
import { blueScale, inkScale, themedLayout } from '../theme';

/** Divides values into rows of equal length. */
const rowsOf = (values: ArrayLike<number>, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, row) =>
    Array.from({ length: width }, (__, column) => values[row * width + column]),
  );

/**
 * Draws a line of handwriting as the line reader sees it, and below it how probable each symbol is along the line.
 *
 * @param strip the line
 * @param answers what the line reader answers for it
 */
export function stripFigure({ width, height, data }: Strip, answers: StripAnswers): Figure {
  const rows = lineProbabilities(answers);
  const across = { range: [-0.5, width - 0.5] as [number, number], showgrid: false };
  return {
    data: [
      {
        type: 'heatmap',
        z: rowsOf(data, width),
        zmin: 0,
        zmax: Math.max(1, ...data),
        zsmooth: false,
        colorscale: inkScale,
        showscale: false,
        hoverinfo: 'skip',
        yaxis: 'y2',
      },
      {
        type: 'heatmap',
        x: Array.from(
          { length: answers.columns },
          (_, column) => (column + 0.5) * STRIP_STRIDE - 0.5,
        ),
        y: rows.map(({ name }) => name),
        z: rows.map(({ shares }) => [...shares]),
        zmin: 0,
        zmax: 1,
        zsmooth: false,
        colorscale: blueScale,
        colorbar: { title: { text: 'probability' }, tickformat: '.0%', outlinewidth: 0 },
        hovertemplate: '%{y}: %{z:.1%}<extra></extra>',
      },
    ],
    layout: themedLayout(
      'A line as the line reader sees it, and what it reads along it',
      190 + 24 * rows.length + Math.round((560 * height) / width),
      {
        xaxis: { ...across, title: { text: 'pixel of the strip' } },
        yaxis: { type: 'category', domain: [0, 0.72], showgrid: false, autorange: 'reversed' },
        yaxis2: { visible: false, domain: [0.74, 1], range: [height - 0.5, -0.5] },
      },
    ),
  };
}
