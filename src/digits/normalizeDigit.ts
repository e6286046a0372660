import type { Plane } from '../picture/picture';
import { inkBox } from '../picture/inkBox';
import { resampleArea } from '../picture/resample';

const side = 28;
const inkSide = 20;

/**
 * Brings the ink of one digit to MNIST's form: the long side of the ink is 20 pixels, resampled by
 * area; the brightest pixel is 255; and each axis' box is placed at trunc(15 - centre of mass), the
 * centre taken in the box with pixel centres at +0.5, so that the centre of mass of the result lies
 * in (14, 15] (Yadav and Bottou, "Cold Case: The Lost MNIST Digits", 2019, arXiv 1905.10498).
 *
 * @param ink ink in 0..255, 0 is paper; any size, empty margins do not matter
 * @returns the image, [28, 28], ink is 255; all zeros where there is no ink
 */
export function normalizeDigit(ink: Plane<Uint8Array>): Uint8Array {
  const image = new Uint8Array(side * side);
  const box = inkBox(ink);
  if (box === undefined) return image;

  const [boxWidth, boxHeight] = [box.x1 - box.x0, box.y1 - box.y0];
  const scale = inkSide / Math.max(boxWidth, boxHeight);
  const width = Math.max(1, Math.round(boxWidth * scale));
  const height = Math.max(1, Math.round(boxHeight * scale));
  const small = resampleArea(ink, box, width, height); // [height, width]

  let [brightest, mass, columnMoment, rowMoment] = [0, 0, 0, 0];
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const value = small[at];
      brightest = Math.max(brightest, value);
      mass += value;
      columnMoment += value * (column + 0.5);
      rowMoment += value * (row + 0.5);
    }
  }
  const left = placeBox(columnMoment / mass, width);
  const top = placeBox(rowMoment / mass, height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      image[(top + row) * side + left + column] = Math.round((small[at] * 255) / brightest);
    }
  }
  return image;
}

// A box whose ink lies far to one side would not fit: it is kept inside.
function placeBox(centreOfMass: number, length: number): number {
  return Math.min(Math.max(Math.trunc(15 - centreOfMass), 0), side - length);
}
