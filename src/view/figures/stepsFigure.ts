import type { Layout, Slider } from 'plotly.js-dist';
import type { Figure } from '../figure';

/** What changes from step to step: all that figures made by `pageFigure` differ in. */
function partsOf({ layout }: Figure): Partial<Layout> {
  const { title, images = [], shapes = [], annotations = [], xaxis, yaxis } = layout;
  return {
    ...{ 'title.text': title?.text, images, shapes, annotations },
    ...{ 'xaxis.range': xaxis?.range, 'yaxis.range': yaxis?.range },
  };
}

/**
 * Joins figures of a page into one, with a slider that goes from step to step; it shows the last one first.
 *
 * @param steps figures that `pageFigure` drew of one picture, by their names in order
 * @throws RangeError where there are none
 */
export function stepsFigure(steps: Readonly<Record<string, Figure>>): Figure {
  const named = Object.entries(steps);
  const last = named.at(-1)?.[1];
  if (!last) throw new RangeError('expected at least one step, found none');
  const slider: Partial<Slider> = {
    active: named.length - 1,
    currentvalue: { visible: false },
    pad: { t: 8 },
    steps: named.map(([label, figure]) => ({
      label,
      method: 'relayout',
      args: [partsOf(figure) as never],
    })),
  };
  return {
    data: last.data,
    layout: {
      ...last.layout,
      height: (last.layout.height ?? 0) + 60,
      margin: { ...last.layout.margin, b: 80 },
      sliders: [slider],
    },
  };
}
