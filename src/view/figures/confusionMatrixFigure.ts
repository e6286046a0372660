import type { HeatmapData } from 'plotly.js-dist';
import type { Figure } from '../figure';
import { blueScale, colors, monospace, orangeScale, themedLayout } from '../theme';

type Matrix = readonly (readonly number[])[];

/** Digits of a cell, as text: those shown as one that were taken for another. */
export type CellDigits = (label: number, answer: number) => string;

/** Counts that pass a test, coloured by value; the other cells stay empty. */
function cells(
  counts: Matrix,
  isShown: (label: number, answer: number) => boolean,
  digitsOf: CellDigits | undefined,
  style: Partial<HeatmapData>,
): Partial<HeatmapData> {
  const shares = counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => (total === 0 ? 0 : count / total));
  });
  const isFilled = (label: number, answer: number): boolean =>
    isShown(label, answer) && counts[label][answer] > 0;
  return {
    type: 'heatmap',
    z: counts.map((row, label) =>
      row.map((count, answer) => (isFilled(label, answer) ? count : null)),
    ),
    customdata: shares.map((row, label) =>
      row.map((share, answer) => [
        share,
        isFilled(label, answer) ? (digitsOf?.(label, answer) ?? '') : '',
      ]),
    ) as unknown as NonNullable<HeatmapData['customdata']>,
    zmin: 0,
    zsmooth: false,
    showscale: false,
    hoverongaps: false,
    texttemplate: '%{z:,}',
    hovertemplate:
      'a %{y} read as a %{x}<br>%{z:,} times, %{customdata[0]:.2%} of the %{y}s%{customdata[1]}<extra></extra>',
    hoverlabel: { font: { family: monospace, size: 9 }, bgcolor: '#ffffff' },
    ...style,
  };
}

/**
 * Draws how often each digit was taken for each digit: right answers in blue on the diagonal, mistakes in
 * orange off it, each with its own scale, so that few mistakes among many right answers are seen.
 *
 * @param confusion how often each class (row) was taken for each class (column); a square of counts
 * @param digitsOf what stands under the mouse, besides the counts: `mistakenDigits` shows the digits. @default nothing
 */
export function confusionMatrixFigure(confusion: Matrix, digitsOf?: CellDigits): Figure {
  const count = confusion.length;
  const right = confusion.map((row, label) => row[label]);
  const mistakes = confusion.flatMap((row, label) => row.filter((_, answer) => answer !== label));
  const total = [...right, ...mistakes].reduce((sum, value) => sum + value, 0);
  const wrong = mistakes.reduce((sum, value) => sum + value, 0);
  const axis = {
    dtick: 1,
    showgrid: false,
    ticks: '',
    ticklabelstandoff: 5,
    minor: { tick0: -0.5, dtick: 1, showgrid: true, gridcolor: colors.grid, ticks: '' },
    constrain: 'domain',
  } as const;
  return {
    data: [
      cells(confusion, (label, answer) => label === answer, digitsOf, {
        name: 'right',
        zmax: Math.max(1, ...right),
        colorscale: blueScale,
      }),
      cells(confusion, (label, answer) => label !== answer, digitsOf, {
        name: 'mistakes',
        zmax: Math.max(1, ...mistakes),
        colorscale: orangeScale,
      }),
    ],
    layout: themedLayout(
      `${wrong.toLocaleString('en')} mistakes in ${total.toLocaleString('en')} answers`,
      628,
      {
        width: 600,
        xaxis: { ...axis, range: [-0.5, count - 0.5], title: { text: 'answer of the network' } },
        yaxis: {
          ...axis,
          range: [count - 0.5, -0.5],
          scaleanchor: 'x',
          title: { text: 'digit shown' },
        },
      },
    ),
  };
}
