import type { Layout, Template } from 'plotly.js-dist';
import type { Figure } from './figure';

/** Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008). */
export const colors = {
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#009e73',
  yellow: '#e69f00',
  purple: '#cc79a7',
  text: '#333333',
  line: '#b0b0b0',
  grid: '#e8e8e8',
  paper: '#ffffff',
} as const;

/** From nothing to much, for what is right. */
export const blueScale: [number, string][] = [
  [0, '#ffffff'],
  [0.5, '#7fb8d8'],
  [1, '#00588a'],
];

/** From nothing to much, for what is wrong. */
export const orangeScale: [number, string][] = [
  [0, '#ffffff'],
  [0.5, '#f0b58c'],
  [1, '#d55e00'],
];

/** From paper to full ink. */
export const inkScale: [number, string][] = [
  [0, '#ffffff'],
  [1, '#1a1a1a'],
];

// Verdana is as wide as DejaVu Sans, by which texts are measured, and is where DejaVu is not.
const family = 'DejaVu Sans, Verdana, sans-serif';

/** For what must stand in columns. */
export const monospace = 'DejaVu Sans Mono, Consolas, Menlo, monospace';

const axis: Partial<Layout['xaxis']> = {
  automargin: true,
  gridcolor: colors.grid,
  linecolor: colors.line,
  tickcolor: colors.line,
  ticks: 'outside',
  ticklen: 4,
  zeroline: false,
  title: { font: { size: 13 }, standoff: 10 },
};

const theme: Template = {
  layout: {
    font: { family, size: 12, color: colors.text },
    colorway: [colors.blue, colors.orange, colors.green, colors.yellow, colors.purple],
    paper_bgcolor: colors.paper,
    plot_bgcolor: colors.paper,
    title: {
      font: { size: 15 },
      x: 0,
      xref: 'paper',
      xanchor: 'left',
      y: 1,
      yref: 'container',
      yanchor: 'top',
      pad: { t: 14 },
    },
    legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' },
    margin: { l: 60, r: 20, t: 56, b: 50 },
    hovermode: 'closest',
    xaxis: axis,
    yaxis: axis,
  },
};

/** Width that fits a notebook's page, in pixels. */
export const figureWidth = 700;

/**
 * Lays a figure's own layout over the common look.
 *
 * @param title one line that says what is seen
 * @param height of the figure in pixels
 * @param layout what is particular to the figure
 */
export function themedLayout(
  title: string,
  height: number,
  layout: Partial<Layout>,
): Partial<Layout> {
  return { template: theme, title: { text: title }, width: figureWidth, height, ...layout };
}

/** The same figure under another title. */
export function titled({ data, layout }: Figure, title: string): Figure {
  return { data, layout: { ...layout, title: { text: title } } };
}
