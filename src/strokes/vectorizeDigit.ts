import { sampleExtended } from '../picture/bilinear';
import { cropPlane } from '../picture/crop';
import { inkBox } from '../picture/inkBox';
import { pastePlane } from '../picture/paste';
import type { Plane } from '../picture/picture';
import { extentOf, mapStroke, withMeanWidth, type Stroke } from './stroke';
import { agreement, vectorizeInk } from './vectorizeInk';

/** How much a digit is enlarged before it is thinned: lines are found to a third of a pixel. */
const enlargement = 3;
/** How many enlarged pixels of paper are laid around. */
const margin = 3;
/** What of 255 counts as ink. */
const inkBorder = 105;
/** How much of a digit's ink its strokes must cover when written again, and of what they cover be ink. */
const minAgreement = 0.78;

/**
 * Turns a digit of few pixels into strokes of a pen, so that it can be written again at any size.
 *
 * The digit is enlarged and thinned, its lines are followed through their crossings and smoothed. What
 * the ink's width was at each point, compared with the whole digit's, is kept as the stroke's width.
 *
 * @param digit ink in 0..255
 * @returns strokes 1 high (or, where the digit is wider than 4/3 of its height, narrower), around the
 *   origin; none where there is no ink, or the strokes do not show what it shows: blots and holes filled
 *   with ink hide how the pen went
 */
export function vectorizeDigit(digit: Plane<Uint8Array>): Stroke[] {
  const box = inkBox(digit);
  if (box === undefined) return [];
  const ink = enlarge(withMargin(cropPlane(digit, box)));
  const strokes = vectorizeInk(ink);
  const longest = Math.max(...strokes.map((stroke) => stroke.length));
  // A single point beside lines is a speck of the scanner.
  const lines = strokes.filter((stroke) => stroke.length > 6 || stroke.length === longest);
  return agreement(lines, ink) < minAgreement ? [] : toUnitHeight(lines);
}

/** A plane with a pixel of paper around it. */
function withMargin(plane: Plane<Uint8Array>): Plane<Uint8Array> {
  const [width, height] = [plane.width + 2, plane.height + 2];
  const framed = { width, height, data: new Uint8Array(width * height) };
  pastePlane(framed, plane, 1, 1);
  return framed;
}

/** Enlarges by linear interpolation, smooths, and tells ink from paper. */
function enlarge(plane: Plane<Uint8Array>): Plane<Uint8Array> {
  const wide = plane.width * enlargement + 2 * margin;
  const high = plane.height * enlargement + 2 * margin;
  const grey = new Float32Array(wide * high);
  const placeOf = (pixel: number): number => (pixel - margin + 0.5) / enlargement - 0.5;
  for (let y = margin; y < high - margin; y++) {
    for (let x = margin; x < wide - margin; x++) {
      grey[y * wide + x] = sampleExtended(plane, placeOf(x), placeOf(y));
    }
  }
  const ink = new Uint8Array(wide * high);
  // The outermost pixels stay paper, which the lines need all around.
  for (let y = 1; y < high - 1; y++) {
    for (let at = y * wide + 1; at < (y + 1) * wide - 1; at++) {
      const sum =
        grey[at - wide - 1] +
        grey[at - wide + 1] +
        grey[at + wide - 1] +
        grey[at + wide + 1] +
        2 * (grey[at - wide] + grey[at + wide] + grey[at - 1] + grey[at + 1]) +
        4 * grey[at];
      if (sum > 16 * inkBorder) ink[at] = 1;
    }
  }
  return { width: wide, height: high, data: ink };
}

function toUnitHeight(strokes: readonly Stroke[]): Stroke[] {
  const { left, top, right, bottom } = extentOf(strokes);
  const height = Math.max(bottom - top, 0.75 * (right - left), 1);
  return withMeanWidth(strokes, 1).map((stroke) =>
    mapStroke(stroke, (x, y) => [
      (x - (left + right) / 2) / height,
      (y - (top + bottom) / 2) / height,
    ]),
  );
}
