import { readFile } from 'node:fs/promises';
import type { Picture } from '../picture';
import type { Bitmap } from './bitmap';
import { compositeOnWhite } from './compositeOnWhite';
import { detectFormat, readPictureHeader, type PictureFormat } from './pictureHeader';
import { turnUpright } from './turnUpright';

/** The most pixels that are read: room for a 50-megapixel camera, but not for a decompression bomb. */
const maxPixels = 64e6;

/** Turns one page after another into pixels; throws where `checkSize` does, before it decodes a page. */
type DecodePages = (
  bytes: Buffer,
  checkSize: (width: number, height: number) => void,
) => AsyncGenerator<DecodedPage, void>;

interface DecodedPage extends Bitmap {
  /** How to turn it upright, as in EXIF, where the page itself tells. */
  readonly orientation?: number;
}

/** Kinds of file with one picture. */
function single(decode: (bytes: Buffer) => Bitmap | Promise<Bitmap>): DecodePages {
  return async function* (bytes) {
    yield await decode(bytes);
  };
}

// Each is loaded when a picture needs it: the whole of jimp takes 0.1 s to load.
const decoders: Readonly<Record<PictureFormat, () => Promise<DecodePages>>> = {
  png: async () => single((await import('@jimp/js-png')).default().decode),
  bmp: async () => single((await import('@jimp/js-bmp')).default().decode),
  gif: async () => single((await import('@jimp/js-gif')).default().decode),
  tiff: async () => (await import('./decodeTiff.js')).decodeTiff,
  jpeg: async () => {
    const { decodeJpeg } = await import('./decodeJpeg.js');
    return single((bytes) => decodeJpeg(bytes, maxPixels));
  },
  webp: async () => single((await import('./decodeWebp.js')).decodeWebp),
  avif: async () => single((await import('./decodeAvif.js')).decodeAvif),
  heic: async () => single((await import('./decodeHeic.js')).decodeHeic),
  pdf: async () => (await import('./decodePdf.js')).decodePdf,
};

const expected = 'expected a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP or GIF picture or a PDF file';

/** A picture has more pixels than are read. */
class TooLargeError extends Error {}

/**
 * Reads a picture file: PNG, JPEG, WebP, AVIF, HEIC, BMP, GIF (its first frame), or the first page of a TIFF or PDF file.
 *
 * @param path the file's path
 * @returns the picture turned upright by its EXIF flag, transparent parts laid on white; pages of PDF files are drawn at
 *   200 pixels an inch
 * @throws Error where the file cannot be read, is no such picture, is damaged or has more than
 *   64 megapixels; its message names the file
 */
export async function readPicture(path: string): Promise<Picture> {
  return decodePicture(await readBytes(path), path);
}

/** A page of a picture file. */
export interface PicturePage {
  readonly picture: Picture;
  /** Its number, from 1 on, where the file has several. */
  readonly page?: number;
}

/**
 * Reads all pages of a picture file, one at a time; TIFF and PDF files may have several.
 *
 * @param path the file's path
 * @returns each page as `readPicture` gives it
 * @throws Error as `readPicture` does, after the pages before
 */
export async function* readPictures(path: string): AsyncGenerator<PicturePage, void> {
  // One is held back: only the second tells that there are several.
  let held: Picture | undefined;
  let page = 0;
  try {
    for await (const picture of decodePictures(await readBytes(path), path)) {
      if (held) yield { picture: held, page };
      held = picture;
      page++;
    }
  } catch (error) {
    if (held) yield { picture: held, page };
    throw error;
  }
  if (held) yield page === 1 ? { picture: held } : { picture: held, page };
}

/**
 * Decodes the content of a picture file, its first page.
 *
 * @param bytes the file's content
 * @param name what to call the picture in error messages
 * @returns the picture turned upright by its EXIF flag, transparent parts laid on white
 * @throws Error as `readPicture` does
 */
export async function decodePicture(bytes: Uint8Array, name = 'the picture'): Promise<Picture> {
  for await (const picture of decodePictures(bytes, name)) return picture;
  throw new Error(`${name}: expected a file with a page, found one without; save it again`);
}

async function* decodePictures(bytes: Uint8Array, name: string): AsyncGenerator<Picture, void> {
  const format = readableFormat(bytes, name);
  const header = readPictureHeader(bytes, format);
  const kind = format.toUpperCase();
  const checkSize = (width: number, height: number): void => {
    if (width * height <= maxPixels) return;
    throw new TooLargeError(
      `${name}: expected at most ${maxPixels / 1e6} megapixels, found ${width} x ` +
        `${height} pixels; make the picture smaller`,
    );
  };
  checkSize(header.width, header.height);
  const damaged = (found: string): Error =>
    new Error(`${name}: expected a whole ${kind} file, found ${found}; copy or save it again`);
  if (format !== 'pdf' && !(header.width > 0 && header.height > 0)) {
    throw damaged(`${bytes.length} bytes with no picture size in them`);
  }
  if (bytes.length < header.byteLength) {
    throw damaged(`only ${bytes.length} of at least ${header.byteLength} bytes`);
  }
  try {
    const decode = await decoders[format]();
    for await (const page of decode(Buffer.from(bytes), checkSize)) {
      const { width, height, data, orientation = header.orientation } = page;
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, width * height * 4);
      yield turnUpright(compositeOnWhite({ width, height, data: pixels }), orientation);
    }
  } catch (error) {
    if (error instanceof TooLargeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw damaged(`one that is cut short, damaged or of a rare kind (${reason})`);
  }
}

function readableFormat(bytes: Uint8Array, name: string): PictureFormat {
  if (bytes.length === 0) {
    throw new Error(`${name}: ${expected}, found an empty file; copy or save it again`);
  }
  const format = detectFormat(bytes);
  if (format === undefined) {
    const start = Buffer.from(bytes.subarray(0, 8));
    const text = /^[\x20-\x7e]+/.exec(start.toString('latin1'))?.[0];
    throw new Error(
      `${name}: ${expected}, found a file that starts with ` +
        `${text && text.length > 3 ? `"${text}"` : `the bytes ${start.toString('hex')}`}; ` +
        'give the path of a picture',
    );
  }
  if (!(format in decoders)) {
    throw new Error(
      `${name}: ${expected}, found ${format}; convert it, for instance by opening it in a viewer ` +
        'and saving it as PNG',
    );
  }
  return format as PictureFormat;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const found =
      {
        ENOENT: 'no such file; check the path',
        EISDIR: 'a folder; give the paths of the pictures in it',
        EACCES: 'a file that may not be read; change its permissions',
      }[code] ?? `a file that cannot be read (${code}); copy it elsewhere and try again`;
    throw new Error(`${path}: ${expected}, found ${found}`);
  }
}
