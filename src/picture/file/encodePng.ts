import png from '@jimp/js-png';
import type { Picture } from '../picture';
import { bitmapOf } from './bitmap';

/** How a picture is best packed: the first is the smallest, the second takes a part of the time. */
const packing = {
  // Nothing is predicted from neighbours: many equal pixels come out smallest so.
  drawing: { filterType: 0, deflateStrategy: 0, deflateLevel: 9 },
  // The highest level takes several times as long for a few per cent.
  photo: { deflateLevel: 6 },
} as const;

/**
 * Encodes a picture as the content of a PNG file.
 *
 * @param content what it shows; every pixel is kept either way
 */
export function encodePng(picture: Picture, content: keyof typeof packing): Buffer {
  return png().encode(bitmapOf(picture), packing[content]);
}
