import type { Bitmap } from './bitmap';
import type { PictureFormat } from './pictureHeader';

/** A page as it is decoded. */
export interface DecodedPage extends Bitmap {
  /** How to turn it upright, as in EXIF, where the page itself tells. */
  readonly orientation?: number;
}

/** Turns one page after another into pixels; throws where `checkSize` does, before it decodes a page. */
export type DecodePages = (
  bytes: Buffer,
  checkSize: (width: number, height: number) => void,
) => AsyncGenerator<DecodedPage, void>;

/** Kinds of file with one picture. */
function single(decode: (bytes: Buffer) => Bitmap | Promise<Bitmap>): DecodePages {
  return async function* (bytes) {
    const { width, height, data } = await decode(bytes);
    yield { width, height, data };
  };
}

/** Each is loaded when a picture needs it: the whole of jimp takes 0.1 s to load. */
export const decoders: Readonly<Record<PictureFormat, () => Promise<DecodePages>>> = {
  png: async () => single((await import('@jimp/js-png')).default().decode),
  bmp: async () => single((await import('@jimp/js-bmp')).default().decode),
  gif: async () => single((await import('@jimp/js-gif')).default().decode),
  tiff: async () => (await import('./decodeTiff.js')).decodeTiff,
  jpeg: async () => single((await import('./decodeJpeg.js')).decodeJpeg),
  webp: async () => single((await import('./decodeWebp.js')).decodeWebp),
  avif: async () => single((await import('./decodeAvif.js')).decodeAvif),
  heic: async () => single((await import('./decodeHeic.js')).decodeHeic),
  pdf: async () => (await import('./decodePdf.js')).decodePdf,
};
