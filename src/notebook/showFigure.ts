import type { Figure } from '../view/figure';
import { fillFigureOutput, newFigureOutput } from './figureOutput';

/**
 * Shows a figure in the output of a notebook's cell: as a picture that stays in the notebook wherever it is
 * shown, and in its stead, in a running Jupyter, as one to zoom and hover over.
 *
 * @throws Error outside a notebook
 */
export async function showFigure(figure: Figure): Promise<void> {
  await fillFigureOutput(await newFigureOutput(), figure);
}
