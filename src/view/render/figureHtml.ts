import type { Figure } from '../figure';
import { readPlotlyScript } from './plotlyScript';

/**
 * How plotly behaves in a browser: without the buttons that lead to its maker's server, and with so few others that they
 * do not lie over titles.
 */
export const plotlyConfig = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: '',
  modeBarButtons: [['toImage', 'resetScale2d']],
};

/** Writes a value as a JavaScript expression that may stand in a page. */
export function scriptValue(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * Writes a figure as a web page that can be zoomed and hovered over, with all of plotly in it.
 *
 * @returns HTML of 10 MB that needs nothing from elsewhere
 */
export async function figureHtml(figure: Figure): Promise<string> {
  const title = figure.layout.title?.text ?? 'Figure';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<script>${await readPlotlyScript()}</script>
</head>
<body>
<div id="figure"></div>
<script>
const { data, layout } = ${scriptValue(figure)};
Plotly.newPlot('figure', data, layout, ${scriptValue(plotlyConfig)});
</script>
</body>
</html>
`;
}
