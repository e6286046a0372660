import type { Picture } from '../picture';

/** A picture as decoders give it: red, green, blue and opacity of each pixel. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** A picture as jimp's encoders take it, without a copy of its pixels. */
export function bitmapOf({ width, height, data }: Picture): Bitmap & { data: Buffer } {
  return { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.length) };
}
