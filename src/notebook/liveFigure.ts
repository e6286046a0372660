import type { Figure } from '../view/figure';
import { renderSvg } from '../view/render/renderSvg';
import { fillFigureOutput, newFigureOutput } from './figureOutput';

/** A figure in a notebook that is drawn anew in its place while a cell runs. */
export interface LiveFigure {
  /**
   * Draws the figure anew, unless drawing would take more than a twentieth of the time since it last did; but at least
   * every five seconds.
   */
  update(figure: Figure): Promise<void>;
  /** Draws the figure a last time, as `showFigure` does. */
  finish(figure: Figure): Promise<void>;
}

/** The time from the end of one drawing to the start of the next, for each millisecond that drawing took. */
const pause = 19;

/** The longest pause between two drawings: what a figure tells must not grow old; milliseconds. */
const LONGEST_PAUSE = 5000;

/**
 * Shows a figure that changes in the output of a notebook's cell.
 *
 * @param figure what to show at first
 * @throws Error outside a notebook
 */
export async function liveFigure(figure: Figure): Promise<LiveFigure> {
  const output = await newFigureOutput();
  const draw = async (next: Figure): Promise<void> => {
    output.picture.svg(await renderSvg(next));
  };
  // The first drawing also loads plotly: how long it takes says nothing about the next.
  await draw(figure);
  let nextStart = 0;
  let drawing = Promise.resolve();
  return {
    async update(next) {
      const start = performance.now();
      if (start < nextStart) return;
      nextStart = Infinity;
      drawing = draw(next);
      await drawing;
      const end = performance.now();
      nextStart = end + Math.min(LONGEST_PAUSE, (end - start) * pause);
    },
    async finish(last) {
      await drawing;
      await fillFigureOutput(output, last);
    },
  };
}
