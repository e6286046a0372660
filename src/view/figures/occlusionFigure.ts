import type { OcclusionMap } from '../../classifier/inside/occlusion';
import type { Figure } from '../figure';
import { colors, inkScale, orangeScale, themedLayout } from '../theme';

const SIDE = 28;

const rowsOf = (values: ArrayLike<number>): number[][] =>
  Array.from({ length: SIDE }, (_, row) =>
    Array.from({ length: SIDE }, (__, column) => values[row * SIDE + column]),
  );

/**
 * Draws a digit, and beside it where on it a network looks: the darker, the more is lost where that place is covered.
 *
 * @param image ink in 0..255; [28, 28]
 * @param digit the answer that is explained
 */
export function occlusionFigure(
  image: Uint8Array,
  digit: number,
  { losses, probability }: OcclusionMap,
): Figure {
  const ends: [number, number] = [-0.5, SIDE - 0.5];
  const hidden = { visible: false, constrain: 'domain' } as const;
  const [across, down] = [
    { ...hidden, range: ends },
    { ...hidden, range: [ends[1], ends[0]] as [number, number] },
  ];
  const sureness = probability > 0.999 ? 'more than 99.9 %' : `${(100 * probability).toFixed(1)} %`;
  const common = { type: 'heatmap', zsmooth: false } as const;
  return {
    data: [
      {
        ...common,
        z: rowsOf(image),
        zmin: 0,
        zmax: 255,
        colorscale: inkScale,
        showscale: false,
        hovertemplate: 'ink %{z}<extra></extra>',
      },
      {
        ...common,
        z: rowsOf(losses),
        xaxis: 'x2',
        yaxis: 'y2',
        zmin: 0,
        zmax: Math.max(0.05, ...losses),
        colorscale: orangeScale,
        colorbar: { title: { text: 'lost' }, tickformat: '.0%', outlinewidth: 0 },
        hovertemplate: `covered here, a ${digit} is %{z:.1%} less probable<extra></extra>`,
      },
    ],
    layout: themedLayout(`Where it looks for a ${digit}, of which it is ${sureness} sure`, 380, {
      grid: { rows: 1, columns: 2, pattern: 'independent', xgap: 0.1 },
      xaxis: across,
      xaxis2: across,
      yaxis: { ...down, scaleanchor: 'x' },
      yaxis2: { ...down, scaleanchor: 'x2' },
      shapes: ['x', 'x2'].map((axis) => ({
        type: 'rect',
        xref: axis as 'x' | 'x2',
        yref: axis.replace('x', 'y') as 'y' | 'y2',
        x0: -0.5,
        y0: -0.5,
        x1: SIDE - 0.5,
        y1: SIDE - 0.5,
        line: { color: colors.grid, width: 1 },
      })),
      margin: { l: 20, r: 20, t: 50, b: 20 },
    }),
  };
}
