import { decodePicture, readPicture } from '../../picture/file/readPicture';
import type { Picture } from '../../picture/picture';
import type { PageReading } from '../page/pageReading';
import { readPage, type ReadOptions } from '../page/readPage';
import type { PageReader } from '../pageReader';
import { loadPageReader } from './readerFolder';

/** How a picture is read, and by what. */
export interface RecognizeOptions extends ReadOptions {
  /** The page reader to use; whoever loads one disposes of it. @default the one that comes with the package, loaded for this picture */
  readonly reader?: PageReader;
}

/** The picture itself, or the first page of a file. */
function pictureOf(source: string | Uint8Array | Picture): Promise<Picture> | Picture {
  if (typeof source === 'string') return readPicture(source);
  return source instanceof Uint8Array ? decodePicture(source) : source;
}

/**
 * Reads the handwritten numbers in a picture.
 *
 * @param source the path of a PNG, JPEG, WebP, AVIF, HEIC, TIFF, BMP, GIF or PDF file; the bytes of one; or its pixels
 * @returns the lines of the page with their numbers, boxes in pixels of the picture and confidences of 0..1
 * @throws Error where the file cannot be read, is damaged or too large, or no engine runs
 */
export async function recognizePage(
  source: string | Uint8Array | Picture,
  { reader, ...options }: RecognizeOptions = {},
): Promise<PageReading> {
  const picture = await pictureOf(source);
  const own = reader ?? (await loadPageReader());
  try {
    return (await readPage(picture, own, options)).reading;
  } finally {
    if (own !== reader) own.dispose();
  }
}
