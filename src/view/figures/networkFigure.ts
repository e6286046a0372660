import type { Annotation, Shape } from 'plotly.js-dist';
import type { LayerSummary } from '../../classifier/inside/describeLayers';
import type { Figure } from '../figure';
import { colors, themedLayout } from '../theme';

/** Each kind of layer in its colour; those that learn nothing are grey. */
const hues: Readonly<Record<string, string>> = {
  convolution: colors.blue,
  dense: colors.orange,
  'batch normalisation': colors.green,
};

/** The largest side of a box, and the largest depth, in pixels of the figure. */
const [SIDE, DEPTH] = [150, 46];

/** How high and how deep a layer's values are drawn. */
function extentOf(shape: readonly number[], largest: number): { height: number; depth: number } {
  const [rows, channels] = shape.length === 3 ? [shape[0], shape[2]] : [1, shape[0]];
  const height =
    shape.length === 3 ? (SIDE * rows) / largest : Math.min(SIDE, 8 + 16 * Math.log2(channels));
  return { height, depth: shape.length === 3 ? Math.min(DEPTH, 4 + 7 * Math.log2(channels)) : 7 };
}

/**
 * Draws the layers of a network, from the image to the ten probabilities: as high as the picture that a layer gives, as
 * deep as it has channels, with the numbers it learns.
 *
 * @param layers as `describeLayers` lists them
 */
export function networkFigure(layers: readonly LayerSummary[]): Figure {
  const largest = Math.max(...layers.map(({ shape }) => (shape.length === 3 ? shape[0] : 1)));
  const shapes: Partial<Shape>[] = [];
  const annotations: Partial<Annotation>[] = [];
  const boxes = layers.map(({ shape }) => extentOf(shape, largest));
  let x = 0;
  layers.forEach(({ kind, shape, parameters }, at) => {
    const { height, depth } = boxes[at];
    const color = hues[kind] ?? colors.line;
    const width = Math.max(depth, 40);
    const left = x + (width - depth) / 2;
    shapes.push({
      type: 'rect',
      x0: left,
      x1: left + depth,
      y0: -height / 2,
      y1: height / 2,
      line: { color, width: 1.5 },
      fillcolor: color,
      opacity: 0.55,
    });
    const middle = x + width / 2;
    const text = (content: string, more: Partial<Annotation>): Partial<Annotation> => ({
      text: content,
      x: middle,
      showarrow: false,
      ...more,
    });
    // Only where it changes: next to each other they would not fit.
    if (shape.join() !== layers.at(at - 1)?.shape.join()) {
      annotations.push(
        text(shape.join(' × '), { y: height / 2 + 4, yanchor: 'bottom', font: { size: 10 } }),
      );
    }
    annotations.push(
      text(kind, { y: -SIDE / 2 - 8, yanchor: 'top', textangle: -40, xanchor: 'right' }),
    );
    if (parameters > 0) {
      annotations.push(
        text(`<b>${parameters.toLocaleString('en')}</b>`, {
          y: -height / 2 - 4,
          yanchor: 'top',
          font: { size: 10, color },
        }),
      );
    }
    x += width + 14;
  });
  const total = layers.reduce((sum, { parameters }) => sum + parameters, 0);
  return {
    data: [
      {
        type: 'scatter',
        mode: 'markers',
        opacity: 0,
        x: layers.map((_, at) => ((shapes[at].x0 as number) + (shapes[at].x1 as number)) / 2),
        y: layers.map(() => 0),
        text: layers.map(
          ({ kind, shape, parameters }) =>
            `${kind}: ${shape.join(' × ')} values, ${parameters.toLocaleString('en')} to learn`,
        ),
        hovertemplate: '%{text}<extra></extra>',
        marker: { size: 40 },
      },
    ],
    layout: themedLayout(
      `The network: ${total.toLocaleString('en')} numbers to learn, the bold ones a layer`,
      360,
      {
        xaxis: { visible: false, range: [-30, x] },
        yaxis: { visible: false, range: [-SIDE / 2 - 130, SIDE / 2 + 25] },
        margin: { l: 10, r: 10, t: 50, b: 10 },
        showlegend: false,
        shapes,
        annotations,
      },
    ),
  };
}
