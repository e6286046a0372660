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

/** The decoders: one a format, and the slow one for rare kinds of JPEG. */
export type DecoderName = PictureFormat | 'rareJpeg';

/** Kinds of file with one picture. */
function single(decode: (bytes: Buffer) => Bitmap | Promise<Bitmap>): DecodePages {
  return async function* (bytes) {
    yield await decode(bytes);
  };
}

/** Each is loaded when a picture needs it: the whole of jimp takes 0.1 s to load. */
export const decoders: Readonly<Record<DecoderName, () => Promise<DecodePages>>> = {
  png: async () => single((await import('@jimp/js-png')).default().decode),
  bmp: async () => single((await import('@jimp/js-bmp')).default().decode),
  gif: async () => single((await import('@jimp/js-gif')).default().decode),
  tiff: async () => (await import('./decodeTiff.js')).decodeTiff,
  jpeg: async () => single((await import('./decodeJpeg.js')).decodeJpeg),
  rareJpeg: async () => single((await import('./decodeRareJpeg.js')).decodeRareJpeg),
  webp: async () => single((await import('./decodeWebp.js')).decodeWebp),
  avif: async () => single((await import('./decodeAvif.js')).decodeAvif),
  heic: async () => single((await import('./decodeHeic.js')).decodeHeic),
  pdf: async () => (await import('./decodePdf.js')).decodePdf,
};
