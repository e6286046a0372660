import { localContrast } from '../../picture/localContrast';
import { cutStrip, STRIP_DIGIT_HEIGHT, type Strip } from '../../reader/line/strip';
import { drawInk } from './drawInk';
import { extentOfPaths, type PenPath } from './penPath';

/** The width of the pen, compared with the height of the digits. */
const PEN = 0.11;
/** What is lower than this, compared with the highest digit, says nothing of where the row's middle lies. */
const LOW = 0.6;

/**
 * Draws a row of digits and signs as the line reader sees rows of pages.
 *
 * @param groups the paths of each digit or sign, at least one
 */
export function drawnStrip(groups: readonly (readonly PenPath[])[]): Strip {
  const paths = groups.flat();
  const extents = groups.map(extentOfPaths);
  const all = extentOfPaths(paths);
  const highest = Math.max(1, ...extents.map(({ top, bottom }) => bottom - top));
  const high = extents.filter(({ top, bottom }) => bottom - top >= LOW * highest);
  const middles = (high.length > 0 ? high : extents).map(({ top, bottom }) => (top + bottom) / 2);
  const middle = middles.reduce((sum, y) => sum + y, 0) / middles.length;
  const scale = STRIP_DIGIT_HEIGHT / highest;
  const margin = STRIP_DIGIT_HEIGHT;
  const ink = drawInk(paths, scale, PEN * STRIP_DIGIT_HEIGHT, margin);
  const place = {
    left: margin / 2,
    right: ink.width - margin / 2,
    middle: (middle - all.top) * scale + margin,
    slope: 0,
    digitHeight: STRIP_DIGIT_HEIGHT,
  };
  const paper = { ...ink, data: ink.data.map((value) => 255 - value) };
  return cutStrip(localContrast(paper), place, -1);
}
