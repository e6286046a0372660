import type { Box } from '../picture/box';
import type { Random } from '../numbers/random';
import { rasterizeShape } from '../strokes/rasterizeShape';
import { createStrokeRaster, rasterizeStroke } from '../strokes/rasterizeStroke';
import { extentOf, mapStroke } from '../strokes/stroke';
import type { View } from './camera/view';
import { drawInk, type Canvas } from './canvas/canvas';
import type { InkMark } from './sheet/inkMark';

/** Where ink goes. */
export interface Inking {
  readonly canvas: Canvas;
  readonly view: View;
  /** The size of the paper's grain in pixels. */
  readonly grainSize: number;
  readonly random: Random;
}

/** Draws a mark; returns the box around its ink, also where that lies outside of the picture. */
export function drawMark(mark: InkMark, inking: Inking): Box {
  return mark.isFilled === true ? drawShape(mark, inking) : drawStrokes(mark, inking);
}

function drawShape({ strokes, pen }: InkMark, { canvas, view, grainSize, random }: Inking): Box {
  const raster = rasterFor(canvas.width, canvas.height);
  const contours = strokes.map((stroke) => mapStroke(stroke, view.toPicture));
  const box = rasterizeShape(raster, contours);
  const seed = 256 * random.uniform();
  if (box !== undefined) drawInk(canvas, raster, box, { pen, radius: 1, seed, grainSize });
  const { left, top, right, bottom } = extentOf(contours);
  return { x0: left, y0: top, x1: right, y1: bottom };
}

function drawStrokes({ strokes, pen }: InkMark, { canvas, view, grainSize, random }: Inking): Box {
  const raster = rasterFor(canvas.width, canvas.height);
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const seed = 256 * random.uniform();
  for (const stroke of strokes) {
    const points = new Float32Array(stroke.length);
    let widths = 0;
    for (let at = 0; at < stroke.length; at += 3) {
      const [x, y] = view.toPicture(stroke[at], stroke[at + 1]);
      const radius = (stroke[at + 2] / 2) * view.scaleAt(stroke[at], stroke[at + 1]);
      points[at] = x;
      points[at + 1] = y;
      points[at + 2] = Math.max(0.5, radius);
      widths += 2 * radius;
      x0 = Math.min(x0, x - radius);
      y0 = Math.min(y0, y - radius);
      x1 = Math.max(x1, x + radius);
      y1 = Math.max(y1, y + radius);
    }
    const box = rasterizeStroke(raster, points, Math.max(1, pen.softness / 2));
    if (box === undefined) continue;
    // A line is drawn at least a pixel wide: a thinner one is paler instead.
    const width = widths / (stroke.length / 3);
    const thinned = width < 1 ? { ...pen, opacity: pen.opacity * width } : pen;
    drawInk(canvas, raster, box, { pen: thinned, radius: width / 2, seed, grainSize });
  }
  return { x0, y0, x1, y1 };
}

// Room for rasterizing is kept: crops of one size follow each other by the thousand.
let keptRaster = createStrokeRaster(1, 1);
function rasterFor(width: number, height: number): typeof keptRaster {
  if (keptRaster.width !== width || keptRaster.height !== height) {
    keptRaster = createStrokeRaster(width, height);
  }
  return keptRaster;
}
