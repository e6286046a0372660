import type { Picture } from '../picture';

/** A picture as jimp's encoders take it, without a copy of its pixels. */
export function bitmapOf({ width, height, data }: Picture): {
  width: number;
  height: number;
  data: Buffer;
} {
  return { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.length) };
}
