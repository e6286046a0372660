import type { Size } from './picture';

/** What a plane may hold. */
export type Values = Uint8Array | Int8Array | Float32Array | Int32Array;

/** Values in rows, some of them for every pixel. */
interface Raster<Data> extends Size {
  readonly data: Data;
}

/** A pixel, counted from the upper left corner. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Copies a rectangle of pixels from one raster into another.
 *
 * @param from the rectangle's upper left pixel in the source
 * @param to where in the target that pixel goes
 * @param size of the rectangle, which lies in both
 * @param channels how many values each pixel has
 */
export function copyRows<Data extends Values | Uint8ClampedArray>(
  source: Raster<Data>,
  from: Place,
  target: Raster<Data>,
  to: Place,
  { width, height }: Size,
  channels: number,
): void {
  for (let row = 0; row < height; row++) {
    const start = ((from.y + row) * source.width + from.x) * channels;
    const line = source.data.subarray(start, start + width * channels);
    target.data.set(line, ((to.y + row) * target.width + to.x) * channels);
  }
}
