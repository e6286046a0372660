import type { Plane } from '../data/picture';

/**
 * Takes the mean of the counted pixels in a square window around every pixel.
 *
 * The sums of each column slide down the plane and the window slides along the row, so the time is
 * linear in the pixels whatever the radius: what an integral image gives (Crow 1984), in the memory
 * of two rows.
 *
 * @param plane values in 0..255
 * @param radius pixels from the window's centre to its sides; what lies outside is left out
 * @param counted nonzero where a pixel counts; all count by default
 * @returns the means, rounded; 255 where no pixel of the window counts
 */
export function windowMean(
  plane: Plane<Uint8Array>,
  radius: number,
  counted?: Plane<Uint8Array>,
): Plane<Uint8Array> {
  const { width, height, data } = plane;
  const means = new Uint8Array(width * height);
  const columnSums = new Int32Array(width);
  const columnCounts = new Int32Array(width);
  const slideRow = (row: number, sign: 1 | -1): void => {
    if (row < 0 || row >= height) return;
    for (let column = 0, at = row * width; column < width; column++, at++) {
      if (counted?.data[at] === 0) continue;
      columnSums[column] += sign * data[at];
      columnCounts[column] += sign;
    }
  };

  for (let row = 0; row < radius; row++) slideRow(row, 1);
  for (let row = 0; row < height; row++) {
    slideRow(row + radius, 1);
    slideRow(row - radius - 1, -1);
    let sum = 0;
    let count = 0;
    for (let column = 0; column < Math.min(radius, width); column++) {
      sum += columnSums[column];
      count += columnCounts[column];
    }
    for (let column = 0; column < width; column++) {
      const entering = column + radius;
      const leaving = entering - 2 * radius - 1;
      if (entering < width) {
        sum += columnSums[entering];
        count += columnCounts[entering];
      }
      if (leaving >= 0) {
        sum -= columnSums[leaving];
        count -= columnCounts[leaving];
      }
      means[row * width + column] = count === 0 ? 255 : Math.round(sum / count);
    }
  }
  return { width, height, data: means };
}
