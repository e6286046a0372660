import type { Box, Plane } from './picture';

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

function inkBox({ width, height, data }: Plane<Uint8Array>): Box | undefined {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if (data[at] === 0) continue;
      x0 = Math.min(x0, column);
      y0 = Math.min(y0, row);
      x1 = Math.max(x1, column + 1);
      y1 = Math.max(y1, row + 1);
    }
  }
  return x1 > x0 ? { x0, y0, x1, y1 } : undefined;
}

/** Resamples a box of a plane so that each new pixel is the mean of the area it covers. */
function resampleArea(
  plane: Plane<Uint8Array>,
  box: Box,
  width: number,
  height: number,
): Float32Array {
  const columnStep = (box.x1 - box.x0) / width;
  const rowStep = (box.y1 - box.y0) / height;
  const result = new Float32Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    const [top, bottom] = [box.y0 + row * rowStep, box.y0 + (row + 1) * rowStep];
    for (let column = 0; column < width; column++, at++) {
      const [left, right] = [box.x0 + column * columnStep, box.x0 + (column + 1) * columnStep];
      let sum = 0;
      for (let y = Math.floor(top); y < Math.min(Math.ceil(bottom), box.y1); y++) {
        const covered = Math.min(y + 1, bottom) - Math.max(y, top);
        for (let x = Math.floor(left); x < Math.min(Math.ceil(right), box.x1); x++) {
          const share = covered * (Math.min(x + 1, right) - Math.max(x, left));
          sum += share * plane.data[y * plane.width + x];
        }
      }
      result[at] = sum / (columnStep * rowStep);
    }
  }
  return result;
}
