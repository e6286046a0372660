import { rasterizeShape } from './rasterizeShape';
import { createStrokeRaster } from './rasterizeStroke';
import { evenStroke, extentOf, mapStroke, withMeanWidth, type Stroke } from './stroke';
import { vectorizeInk } from './vectorizeInk';

/** The height at which a capital is drawn to be thinned, in pixels. */
const height = 45;
/** How many pixels of paper are laid around. */
const margin = 2;
/** What is no larger, compared with a capital, is a dot. */
const dotSize = 0.28;

/**
 * Turns the shape of a letter into the strokes of a pen that would write it.
 *
 * @param contours closed lines around its ink, those around holes the other way round; capitals are 1 high
 * @returns strokes in the contours' units, with a mean width of 1
 */
export function vectorizeOutline(contours: readonly Stroke[]): Stroke[] {
  if (contours.length === 0) return [];
  const { left, top, right, bottom } = extentOf(contours);
  const raster = createStrokeRaster(
    Math.ceil((right - left) * height) + 2 * margin,
    Math.ceil((bottom - top) * height) + 2 * margin,
  );
  const enlarged = contours.map((contour) =>
    mapStroke(contour, (x, y) => [(x - left) * height + margin, (y - top) * height + margin]),
  );
  rasterizeShape(raster, enlarged);
  const data = Uint8Array.from(raster.inside, (value) => (value > 0 ? 1 : 0));
  const lines = vectorizeInk({ width: raster.width, height: raster.height, data });
  const strokes = lines.map((line) =>
    mapStroke(line, (x, y) => [
      (x + 0.5 - margin) / height + left,
      (y + 0.5 - margin) / height + top,
    ]),
  );
  return [...withMeanWidth(strokes, 1), ...dotsOf(contours)];
}

/** The dots among closed lines, of which thinning leaves nothing. */
function dotsOf(contours: readonly Stroke[]): Stroke[] {
  const areas = contours.map(signedArea);
  const largest = areas.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return contours.flatMap((contour, index) => {
    const { left, top, right, bottom } = extentOf([contour]);
    const isHole = areas[index] > 0 !== largest > 0;
    if (isHole || right - left > dotSize || bottom - top > dotSize) return [];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [evenStroke([x - 0.02, y, x + 0.02, y], 1)];
  });
}

function signedArea(contour: Stroke): number {
  let area = 0;
  for (let at = 0, before = contour.length - 3; at < contour.length; before = at, at += 3) {
    area += contour[before] * contour[at + 1] - contour[at] * contour[before + 1];
  }
  return area;
}
