import { readRegularFile } from '../../files/regularFile';
import { layOnPaper } from '../layOnPaper';
import type { Picture } from '../picture';
import { decodeAside } from './decodeAside';
import { decoders } from './decoders';
import { detectFormat, readPictureHeader, type PictureFormat } from './pictureHeader';
import { checkSize, MAX_FILE, RefusedPicture } from './pictureLimits';
import { reasonOf } from '../../numbers/quote';
import { turnUpright } from './turnUpright';

const expected = 'a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP or GIF picture or a PDF file';

/**
 * Reads a picture file: PNG, JPEG, WebP, AVIF, HEIC, BMP, GIF (its first frame), or the first page of a TIFF or PDF file.
 *
 * @param path the file's path
 * @returns the picture turned upright by its EXIF flag, laid on paper where it is transparent: on white, or on black where
 *   its ink is light; pages of PDF files are drawn at 200 pixels an inch
 * @throws Error where the file cannot be read, is no such picture, is damaged or has more than
 *   64 megapixels, or takes the decoder too long or too much memory; its message names the file
 */
export async function readPicture(path: string): Promise<Picture> {
  return decodePicture(readBytes(path), path);
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
    for await (const picture of decodePictures(readBytes(path), path)) {
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
 * @returns the picture as `readPicture` gives it
 * @throws Error as `readPicture` does
 */
export async function decodePicture(bytes: Uint8Array, name = 'the picture'): Promise<Picture> {
  for await (const picture of decodePictures(bytes, name)) return picture;
  throw new Error(`${name}: expected a file with a page, found one without; save it again`);
}

async function* decodePictures(bytes: Uint8Array, name: string): AsyncGenerator<Picture, void> {
  const format = readableFormat(bytes, name);
  const header = readPictureHeader(bytes, format);
  const damaged = (found: string): Error =>
    new Error(
      `${name}: expected a whole ${format.toUpperCase()} file, found ${found}; copy or save it again`,
    );
  if (format !== 'pdf' && !(header.width > 0 && header.height > 0)) {
    throw damaged(`${bytes.length} bytes with no picture size in them`);
  }
  if (bytes.length < header.byteLength) {
    throw damaged(`only ${bytes.length} of at least ${header.byteLength} bytes`);
  }
  try {
    checkSize(header.width, header.height);
    for await (const page of decodeAside(format, bytes)) {
      const { width, height, data, orientation = header.orientation } = page;
      if (!(width > 0 && height > 0 && data.length >= 4 * width * height)) {
        throw new Error(`${data.length} bytes for ${width} x ${height} pixels`);
      }
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, width * height * 4);
      yield turnUpright(layOnPaper({ width, height, data: pixels }), orientation);
    }
  } catch (error) {
    if (error instanceof RefusedPicture) throw new Error(`${name}: ${error.message}`);
    throw damaged(`one that is cut short, damaged or of a rare kind (${reasonOf(error)})`);
  }
}

function readableFormat(bytes: Uint8Array, name: string): PictureFormat {
  if (bytes.length === 0) {
    throw new Error(`${name}: expected ${expected}, found an empty file; copy or save it again`);
  }
  const format = detectFormat(bytes);
  if (format === undefined) {
    const start = Buffer.from(bytes.subarray(0, 8));
    const text = /^[\x20-\x7e]+/.exec(start.toString('latin1'))?.[0];
    throw new Error(
      `${name}: expected ${expected}, found a file that starts with ` +
        `${text && text.length > 3 ? `"${text}"` : `the bytes ${start.toString('hex')}`}; ` +
        'give the path of a picture',
    );
  }
  if (!(format in decoders)) {
    throw new Error(
      `${name}: expected ${expected}, found ${format}; convert it, for instance by opening it in a viewer ` +
        'and saving it as PNG',
    );
  }
  return format as PictureFormat;
}

function readBytes(path: string): Uint8Array {
  try {
    return readRegularFile(path, expected, { mostBytes: MAX_FILE });
  } catch (error) {
    throw new Error(`${(error as Error).message}; give the path of a picture`, { cause: error });
  }
}
