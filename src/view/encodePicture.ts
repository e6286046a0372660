import jpeg from '@jimp/js-jpeg';
import { encodePng, type Pixels } from './encodePng';

/** The content of a picture file and its kind. */
export interface EncodedPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly content: Buffer;
}

/**
 * Encodes an opaque picture as PNG, or as JPEG where that takes less than half of the bytes: drawings stay
 * exact, photos become small.
 */
export function encodePicture({ width, height, data }: Pixels): EncodedPicture {
  const png = encodePng({ width, height, data });
  const photo = jpeg().encode({ width, height, data: Buffer.from(data) }, { quality: 85 });
  return photo.length * 2 < png.length
    ? { type: 'image/jpeg', content: photo }
    : { type: 'image/png', content: png };
}

/** Writes a picture as a URL that holds all of it. */
export function dataUrl({ type, content }: EncodedPicture): string {
  return `data:${type};base64,${content.toString('base64')}`;
}
