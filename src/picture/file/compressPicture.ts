import type { Picture } from '../picture';
import { encodeJpeg } from './encodeJpeg';
import { encodePng } from './encodePng';

/** The content of a picture file and its kind. */
export interface CompressedPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly content: Buffer;
}

/** Encodes an opaque photo as JPEG. */
export function compressPhoto(picture: Picture): CompressedPicture {
  return { type: 'image/jpeg', content: encodeJpeg(picture, 85) };
}

/**
 * Encodes an opaque picture to be shown: as PNG, or as JPEG where that takes less than half of the bytes: drawings stay
 * exact, photos become small.
 */
export function compressPicture(picture: Picture): CompressedPicture {
  const png = encodePng(picture, 'drawing');
  const photo = compressPhoto(picture);
  return photo.content.length * 2 < png.length ? photo : { type: 'image/png', content: png };
}

/** Writes a picture as a URL that holds all of it. */
export function dataUrl({ type, content }: CompressedPicture): string {
  return `data:${type};base64,${content.toString('base64')}`;
}
