import type { Figure } from '../figure';
import { themedLayout } from '../theme';

/**
 * Draws how the learning rate rises and falls during a training.
 *
 * @param rates the learning rate of every step
 * @param epochs how many epochs the steps make up
 */
export function learningRateFigure(rates: ArrayLike<number>, epochs: number): Figure {
  const y = Array.from(rates);
  return {
    data: [
      {
        type: 'scatter',
        mode: 'lines',
        x: y.map((_, step) => (step / y.length) * epochs),
        y,
        hovertemplate: 'epoch %{x:.2f}: %{y:.5f}<extra></extra>',
      },
    ],
    layout: themedLayout('Learning rate', 300, {
      xaxis: { title: { text: 'epochs done' }, range: [0, epochs] },
      yaxis: { title: { text: 'learning rate' }, rangemode: 'tozero', exponentformat: 'none' },
    }),
  };
}
