import type { Annotation, Shape } from 'plotly.js-dist';
import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import { shrinkPicture } from '../../picture/shrink';
import { dataUrl, compressPicture } from '../../picture/file/compressPicture';
import type { Figure } from '../figure';
import { colors, figureWidth, themedLayout } from '../theme';

/** Something found in a picture. */
export interface LabelledBox {
  readonly box: Box;
  /** What is written over the box, such as the digit read; nothing by default. */
  readonly text?: string;
  /**
   * Whether to draw it as doubtful: in orange and dotted instead of blue.
   *
   * @default false
   */
  readonly isDoubtful?: boolean;
}

/**
 * Draws a picture with boxes and texts on it.
 *
 * @param picture a page, upright and opaque; it is shrunk to the figure's width
 * @param boxes what was found, in pixels of the picture
 * @param title one line over the picture
 */
export function pageFigure(picture: Picture, boxes: readonly LabelledBox[], title: string): Figure {
  const { width, height } = picture;
  const drawnWidth = figureWidth - 40;
  const shown = shrinkPicture(picture, Math.max(1, Math.floor(width / drawnWidth)));
  const color = ({ isDoubtful }: LabelledBox): string => (isDoubtful ? colors.orange : colors.blue);
  return {
    // Without any trace plotly draws no axes, and nothing can be placed in pixels of the picture.
    data: [
      {
        type: 'scatter',
        x: [0, width],
        y: [0, height],
        mode: 'markers',
        opacity: 0,
        hoverinfo: 'skip',
      },
    ],
    layout: themedLayout(title, Math.round((drawnWidth * height) / width) + 70, {
      xaxis: { visible: false, range: [0, width], constrain: 'domain' },
      yaxis: { visible: false, range: [height, 0], constrain: 'domain', scaleanchor: 'x' },
      margin: { l: 20, r: 20, t: 50, b: 20 },
      images: [
        {
          source: dataUrl(compressPicture(shown)),
          xref: 'x',
          yref: 'y',
          x: 0,
          y: 0,
          sizex: width,
          sizey: height,
          sizing: 'stretch',
          layer: 'below',
        },
      ],
      shapes: boxes.map((labelled): Partial<Shape> => ({
        type: 'rect',
        ...labelled.box,
        line: { color: color(labelled), width: 1.5, dash: labelled.isDoubtful ? 'dot' : 'solid' },
      })),
      annotations: boxes.flatMap((labelled): Partial<Annotation>[] =>
        labelled.text === undefined
          ? []
          : [
              {
                text: labelled.text,
                x: (labelled.box.x0 + labelled.box.x1) / 2,
                y: labelled.box.y0,
                yanchor: 'bottom',
                showarrow: false,
                borderpad: 1,
                bgcolor: 'rgba(255, 255, 255, 0.8)',
                font: { size: 13, color: color(labelled) },
              },
            ],
      ),
    }),
  };
}
