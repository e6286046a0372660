import { join } from 'node:path';
import { exportFigure } from '../../../src/view/exportFigure';
import { plotName } from '../report';
import { readResults } from '../results';
import { rowFigure } from '../rowFigure';
import { runTask } from './runTask';

/**
 * Draws the plot of a row, where it has one.
 *
 * @param docs the folder with benchmarks.json
 * @param number the row's
 */
async function drawRow(docs: string, number: string): Promise<undefined> {
  const rows = readResults(join(docs, 'benchmarks.json'));
  const row = rows.find((known) => known.number === Number(number));
  const figure = row && rowFigure(row);
  if (figure) await exportFigure(figure, join(docs, plotName(row)), ['png']);
}

runTask(drawRow);
