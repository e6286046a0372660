import type { Layout } from 'plotly.js-dist';
import { themedLayout } from '../theme';

/**
 * Lays out two panels beside each other over the epochs of trainings: the loss on the left, the accuracy on the right.
 *
 * @param title one line over both
 * @param epochs how many there are, or will be
 * @param of what is measured, before the names of loss and accuracy, such as `validation `
 * @default of nothing
 */
export function epochPanels(title: string, epochs: number, of = ''): Partial<Layout> {
  const last = Math.max(1, epochs);
  const axis = {
    title: { text: 'epoch' },
    range: [0, last * 1.05] as [number, number],
    dtick: Math.ceil(last / 10),
  };
  return themedLayout(title, 360, {
    grid: { rows: 1, columns: 2, pattern: 'independent', xgap: 0.25 },
    xaxis: axis,
    xaxis2: axis,
    yaxis: { title: { text: `${of}loss (nats)` }, rangemode: 'tozero' },
    yaxis2: {
      title: { text: `${of}accuracy` },
      tickformat: '.1%',
      autorangeoptions: { clipmin: 0, clipmax: 1 },
    },
    showlegend: true,
  });
}
