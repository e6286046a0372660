import type { Picture } from './picture';

/**
 * Shrinks a picture by a whole factor; each new pixel is the mean of a square of old ones.
 *
 * @param picture an opaque picture
 * @param factor 1 or more old pixels along each side of a new one; squares at the right and lower
 *   edge may be cut
 * @returns a picture of ceil(width / factor) by ceil(height / factor); the same one for factor 1
 */
export function shrinkPicture(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture;
  const width = Math.ceil(picture.width / factor);
  const height = Math.ceil(picture.height / factor);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const sums = new Uint32Array(width * 4);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    const firstRow = row * factor;
    const lastRow = Math.min(firstRow + factor, picture.height);
    for (let y = firstRow; y < lastRow; y++) addRow(picture, y, factor, sums);
    for (let column = 0; column < width; column++) {
      const columns = Math.min(factor, picture.width - column * factor);
      const area = columns * (lastRow - firstRow);
      const target = (row * width + column) * 4;
      data[target] = sums[column * 4] / area;
      data[target + 1] = sums[column * 4 + 1] / area;
      data[target + 2] = sums[column * 4 + 2] / area;
    }
  }
  return { width, height, data };
}

function addRow({ width, data }: Picture, row: number, factor: number, sums: Uint32Array): void {
  let source = row * width * 4;
  for (let column = 0; column < width; column++, source += 4) {
    const target = Math.floor(column / factor) * 4;
    sums[target] += data[source];
    sums[target + 1] += data[source + 1];
    sums[target + 2] += data[source + 2];
  }
}
