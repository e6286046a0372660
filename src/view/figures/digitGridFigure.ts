import type { Annotation, HeatmapData } from 'plotly.js-dist';
import type { DigitSet } from '../../digits/digitSet';
import type { Figure } from '../figure';
import { colors, figureWidth, inkScale, themedLayout } from '../theme';

/** Images of equal size: a set of digits, with or without labels. */
export type DigitImages = Pick<DigitSet, 'count' | 'height' | 'width' | 'images'>;

export interface DigitGridOptions {
  /** One line over the grid. */
  readonly title: string;
  /**
   * Which images are drawn, in this order.
   *
   * @default all
   */
  readonly indices?: readonly number[];
  /** A text under each of them; `<br>` breaks its line. None by default. */
  readonly captions?: readonly string[];
  /**
   * Images in a row.
   *
   * @default 10
   */
  readonly columns?: number;
}

const gap = 4; // pixels of the images between two of them
const captionHeight = 17; // pixels of the figure for a line of caption

/**
 * Draws images of digits in a grid, dark ink on white, reading from left to right.
 *
 * @param digits ink in 0..255
 * @throws RangeError where an index lies outside the set or captions and images differ in number
 */
export function digitGridFigure(digits: DigitImages, options: DigitGridOptions): Figure {
  const { title, columns = 10, captions = [] } = options;
  const indices = options.indices ?? Array.from({ length: digits.count }, (_, index) => index);
  const stranger = indices.find((index) => !(index >= 0 && index < digits.count));
  if (stranger !== undefined) {
    throw new RangeError(`expected indices in 0..${digits.count - 1}, found ${stranger}`);
  }
  if (captions.length > 0 && captions.length !== indices.length) {
    throw new RangeError(
      `expected a caption for each of ${indices.length} images, found ${captions.length}`,
    );
  }
  const lines = Math.max(0, ...captions.map((caption) => caption.split('<br>').length));
  const rows = Math.ceil(indices.length / columns);
  const pixel = (figureWidth - 40) / (columns * (digits.width + gap));
  const captionRows = Math.ceil((lines * captionHeight) / pixel);
  const [cellWidth, cellHeight] = [digits.width + gap, digits.height + gap + captionRows];
  const [width, height] = [columns * cellWidth, rows * cellHeight];

  const ink = new Uint8Array(width * height);
  const corners = indices.map((_, position) => ({
    left: (position % columns) * cellWidth + gap / 2,
    top: Math.floor(position / columns) * cellHeight + gap / 2,
  }));
  corners.forEach(({ left, top }, position) => {
    for (let row = 0; row < digits.height; row++) {
      const start = (indices[position] * digits.height + row) * digits.width;
      ink.set(digits.images.subarray(start, start + digits.width), (top + row) * width + left);
    }
  });

  const hidden = { visible: false, fixedrange: false } as const;
  return {
    data: [
      {
        type: 'heatmap',
        z: packBytes(ink, width, height),
        zmin: 0,
        zmax: 255,
        zsmooth: false,
        colorscale: inkScale,
        showscale: false,
        hovertemplate: 'ink %{z}<extra></extra>',
      },
    ],
    layout: themedLayout(title, Math.ceil(height * pixel) + 70, {
      xaxis: { ...hidden, range: [-0.5, width - 0.5], constrain: 'domain' },
      yaxis: { ...hidden, range: [height - 0.5, -0.5], constrain: 'domain', scaleanchor: 'x' },
      margin: { l: 20, r: 20, t: 50, b: 20 },
      shapes: corners.map(({ left, top }) => ({
        type: 'rect',
        x0: left - 0.5,
        y0: top - 0.5,
        x1: left + digits.width - 0.5,
        y1: top + digits.height - 0.5,
        line: { color: colors.grid, width: 1 },
      })),
      annotations: captions.map((text, position): Partial<Annotation> => ({
        text,
        x: corners[position].left + (digits.width - 1) / 2,
        y: corners[position].top + digits.height - 0.5,
        yanchor: 'top',
        showarrow: false,
        font: { size: 11 },
      })),
    }),
  };
}

/** Plotly's compact form of a matrix of bytes, a quarter of the size of written numbers. */
function packBytes(
  bytes: Uint8Array,
  width: number,
  height: number,
): NonNullable<HeatmapData['z']> {
  const bdata = Buffer.from(bytes).toString('base64');
  return { dtype: 'u1', bdata, shape: `${height}, ${width}` } as unknown as NonNullable<
    HeatmapData['z']
  >;
}
