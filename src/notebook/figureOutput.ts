import type { Display } from 'tslab';
import { compressPicture } from '../picture/file/compressPicture';
import type { Figure } from '../view/figure';
import { renderPixels } from '../view/render/renderPixels';
import { interactiveView } from './interactiveView';

/** Two places in the output of a notebook's cell, one behind the other. */
export interface FigureOutput {
  /** For a picture that is seen wherever the notebook is. */
  readonly picture: Display;
  /** For what takes the picture's place where scripts run. */
  readonly view: Display;
}

/**
 * Reserves two places in the output of the notebook's cell that runs.
 *
 * @throws Error outside a notebook
 */
export async function newFigureOutput(): Promise<FigureOutput> {
  const { newDisplay } = await import('tslab');
  const output = { picture: newDisplay(), view: newDisplay() };
  try {
    output.picture.html('');
    output.view.html('');
  } catch {
    throw new Error(
      'Figures can be shown only in a notebook. Write them to files with exportFigure.',
    );
  }
  return output;
}

/** Fills both places with a figure. */
export async function fillFigureOutput(
  { picture, view }: FigureOutput,
  figure: Figure,
): Promise<void> {
  const { type, content } = compressPicture(await renderPixels(figure));
  picture.raw(type, content);
  view.html(interactiveView(figure));
}
