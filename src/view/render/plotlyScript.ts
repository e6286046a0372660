import { readFile } from 'node:fs/promises';

/** Where plotly lies as one script. */
export const plotlyPath = require.resolve('plotly.js-dist/plotly.js');

/** Reads plotly's script, 10 MB. */
export function readPlotlyScript(): Promise<string> {
  return readFile(plotlyPath, 'utf8');
}
