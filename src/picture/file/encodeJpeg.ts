import jpeg from '@jimp/js-jpeg';
import type { Picture } from '../picture';
import { bitmapOf } from './bitmap';

/**
 * Encodes an opaque picture as the content of a JPEG file.
 *
 * @param quality 1 (worst) to 100
 */
export function encodeJpeg(picture: Picture, quality: number): Buffer {
  return jpeg().encode(bitmapOf(picture), { quality });
}
