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
) => AsyncGenerator<DecodedPage, void> | Generator<DecodedPage, void>;

/** The decoders: one a format, and the slow one for rare kinds of JPEG. */
export type DecoderName = PictureFormat | 'rareJpeg';

/** A decoder leaves a file to another one, whose memory it shall not share. */
export class LeftTo extends Error {
  constructor(readonly decoder: DecoderName) {
    super(`left to ${decoder}`);
  }
}

/** Kinds of file with one picture, and who is asked where a decoder has none of it. */
function single(
  decode: (bytes: Buffer) => Bitmap | undefined | Promise<Bitmap | undefined>,
  other?: DecoderName,
): DecodePages {
  return async function* (bytes) {
    const bitmap = await decode(bytes);
    if (bitmap) yield { width: bitmap.width, height: bitmap.height, data: bitmap.data };
    else if (other) throw new LeftTo(other);
  };
}

/** Each is loaded when a picture needs it: the whole of jimp takes 0.1 s to load. */
export const decoders: Readonly<Record<DecoderName, () => Promise<DecodePages>>> = {
  png: async () => single((await import('./decodePng.js')).decodePng),
  bmp: async () => single((await import('@jimp/js-bmp')).default().decode),
  gif: async () => single((await import('@jimp/js-gif')).default().decode),
  tiff: async () => (await import('./decodeTiff.js')).decodeTiff,
  jpeg: async () => single((await import('./decodeJpeg.js')).decodeJpeg, 'rareJpeg'),
  rareJpeg: async () => single((await import('./decodeRareJpeg.js')).decodeRareJpeg),
  webp: async () => single((await import('./decodeWebp.js')).decodeWebp),
  avif: async () => single((await import('./decodeAvif.js')).decodeAvif),
  heic: async () => single((await import('./decodeHeic.js')).decodeHeic),
  pdf: async () => (await import('./decodePdf.js')).decodePdf,
};
