import { readFile } from 'node:fs/promises';
import type { Bitmap } from './bitmap';
import { compositeOnWhite } from './compositeOnWhite';
import { decodeJpeg } from './decodeJpeg';
import type { Picture } from '../picture';
import { detectFormat, readPictureHeader, type PictureFormat } from './pictureHeader';
import { turnUpright } from './turnUpright';

/** The most pixels that are read: room for a 50-megapixel camera, but not for a decompression bomb. */
const maxPixels = 64e6;

type Decode = (bytes: Buffer) => Bitmap | Promise<Bitmap>;

// Jimp's codecs, each loaded when a picture needs it: the whole of jimp takes 0.1 s to load.
const decoders: Readonly<Record<PictureFormat, () => Promise<Decode>>> = {
  png: async () => (await import('@jimp/js-png')).default().decode,
  bmp: async () => (await import('@jimp/js-bmp')).default().decode,
  gif: async () => (await import('@jimp/js-gif')).default().decode,
  tiff: async () => (await import('@jimp/js-tiff')).default().decode,
  jpeg: () => Promise.resolve((bytes) => decodeJpeg(bytes, maxPixels)),
};

const expected = 'expected a PNG, JPEG, BMP, GIF or TIFF picture';

/**
 * Reads a picture file: PNG, JPEG, BMP, GIF (its first frame) or TIFF (its first page).
 *
 * @param path the file's path
 * @returns the picture turned upright by its EXIF flag, transparent parts laid on white
 * @throws Error where the file cannot be read, is no such picture, is damaged or has more than
 *   64 megapixels; its message names the file
 */
export async function readPicture(path: string): Promise<Picture> {
  return decodePicture(await readBytes(path), path);
}

/**
 * Decodes the content of a picture file.
 *
 * @param bytes the file's content
 * @param name what to call the picture in error messages
 * @returns the picture turned upright by its EXIF flag, transparent parts laid on white
 * @throws Error as `readPicture` does
 */
export async function decodePicture(bytes: Uint8Array, name = 'the picture'): Promise<Picture> {
  const format = readableFormat(bytes, name);
  const header = readPictureHeader(bytes, format);
  const kind = format.toUpperCase();
  if (header.width * header.height > maxPixels) {
    throw new Error(
      `${name}: expected at most ${maxPixels / 1e6} megapixels, found ${header.width} x ` +
        `${header.height} pixels; make the picture smaller`,
    );
  }
  const damaged = (found: string): Error =>
    new Error(`${name}: expected a whole ${kind} file, found ${found}; copy or save it again`);
  if (!(header.width > 0 && header.height > 0)) {
    throw damaged(`${bytes.length} bytes with no picture size in them`);
  }
  if (bytes.length < header.byteLength) {
    throw damaged(`only ${bytes.length} of at least ${header.byteLength} bytes`);
  }
  const decode = await decoders[format]();
  try {
    const { width, height, data } = await decode(Buffer.from(bytes));
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, width * height * 4);
    return turnUpright(compositeOnWhite({ width, height, data: pixels }), header.orientation);
  } catch (error) {
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
